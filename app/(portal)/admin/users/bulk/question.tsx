import { Form } from "@/components/form/form";
import { Cancel } from "@/components/form/leave-kept";
import { FormFoot, Section } from "@/components/form/section";
import { Submit } from "@/components/form/submit";
import { Notice } from "@/components/ui/notice";
import type { Viewer } from "@/lib/access/viewer";
import type { Preview } from "@/lib/members/bulk/preview";
import type { BulkQuery } from "@/lib/members/bulk/query";
import { MOST } from "@/lib/members/bulk/selection";
import { listParams } from "@/lib/members/list/list-query";
import { ifMailed } from "@/lib/outbox/way-out";
import { figures } from "@/lib/web/figures";
import { changeThem } from "./actions";
import { Choices } from "./choices";
import { LeftOut } from "./left-out";
import { Who } from "./who";
import { bulkWords } from "./words";

type Props = { viewer: Viewer; asked: BulkQuery; preview: Preview; back: string };

export async function BulkQuestion({ viewer, asked: { act, list, selection, after }, preview, back }: Props) {
  const { verb, variant, means = "", waits = means } = bulkWords[act];
  const figure = await figures();
  const hidden = {
    act,
    list: new URLSearchParams({ ...listParams(list), ...(after && { after }) }).toString(),
    ...("all" in selection && { all: "1", seen: preview.seen }),
  };
  const released = preview.released === null ? "" : ` Conversations released: ${figure(preview.released)}.`;
  return (
    <>
      {(preview.rest || after) && <Notice>{batchWords(preview, after, figure(MOST))}</Notice>}
      <Form action={changeThem} once={crypto.randomUUID()} className="form-sections">
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {"ticked" in selection &&
          selection.ticked.map((id) => <input key={id} type="hidden" name="member" value={id} />)}
        <Choices act={act} viewer={viewer} />
        <Section title="Who" sentence={`${await ifMailed(means, waits)}${released}`}>
          <Who people={preview.people} figure={figure} />
        </Section>
        <LeftOut act={act} leftOut={preview.leftOut} />
        <FormFoot>
          <Submit variant={variant ?? "primary"}>{verb}</Submit>
          <Cancel href={back} />
        </FormFoot>
      </Form>
    </>
  );
}

function batchWords({ rest }: Preview, after: string | null, most: string) {
  if (!rest) return "These are the last of all that match.";
  return after
    ? `These are the next ${most}, by name, of all that match. The rest come up when these are done.`
    : `More than ${most} match. These are the first ${most}, by name; the rest come up when these are done.`;
}
