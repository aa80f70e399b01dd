import type { Metadata } from "next";
import { FormFoot } from "@/components/form/section";
import { PageHeader } from "@/components/shell/page-header";
import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { previewMany } from "@/lib/members/bulk/preview";
import { bulkQuery } from "@/lib/members/bulk/query";
import { listAddress } from "@/lib/members/list/list-query";
import { figures } from "@/lib/web/figures";
import { forbidden, tellForbidden } from "@/lib/web/forbidden";
import { requireViewer } from "@/lib/web/viewer";
import { LeftOut } from "./left-out";
import { BulkQuestion } from "./question";
import { bulkWords, usersWords } from "./words";

export const metadata: Metadata = { title: "Several users" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Asks before anything is done to many: to how many, to whom not, and with which choices. */
export default async function BulkPage({ searchParams }: Props) {
  const viewer = await requireViewer("users.manage");
  const asked = bulkQuery(await searchParams) ?? (await forbidden(viewer));
  const { act, list, selection } = asked;
  const preview = await previewMany(viewer, act, selection);
  if (preview.unknown > 0) await tellForbidden(viewer);
  const back = listAddress(list);
  const count = preview.people.length;
  const nobody = count === 0 && preview.leftOut.length === 0;
  return (
    <>
      <PageHeader
        back={{ href: back, label: "Users" }}
        title={
          count > 0
            ? bulkWords[act].question(usersWords(count, await figures()))
            : `${bulkWords[act].verb}: nobody to do this to`
        }
      />
      {nobody && (
        <div className="card">
          <Empty title="Nobody is selected" sentence="Tick users on the list, then choose what to do with them.">
            <ButtonLink href={back}>Back to the list</ButtonLink>
          </Empty>
        </div>
      )}
      {count > 0 && <BulkQuestion {...{ viewer, asked, preview, back }} />}
      {count === 0 && !nobody && (
        <div className="form-sections">
          <LeftOut act={act} leftOut={preview.leftOut} />
          <FormFoot>
            <ButtonLink href={back}>Back to the list</ButtonLink>
          </FormFoot>
        </div>
      )}
    </>
  );
}
