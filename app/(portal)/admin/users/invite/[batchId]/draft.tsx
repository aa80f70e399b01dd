import type { ReactNode } from "react";
import { Form } from "@/components/form/form";
import { Submit } from "@/components/form/submit";
import { ButtonLink } from "@/components/ui/button";
import { fullName } from "@/lib/access/viewer";
import type { Batch } from "@/lib/invitations/preview/get-batch";
import type { SourceShown } from "@/lib/invitations/preview/get-source";
import type { BatchRow } from "@/lib/invitations/preview/list-batch";
import type { Figure } from "@/lib/text/figure";
import { figures } from "@/lib/web/figures";
import { AfterReading } from "../../../../columns/after-reading";
import { AlphabetChoice } from "../../../../columns/alphabet-choice";
import { Mapping } from "../../../../columns/mapping";
import { answer } from "../actions";

/** Ticks in the list below are of this form. */
export const DRAFT_FORM = "preview";

type Props = { batch: Batch; source: SourceShown | null; rows: readonly BatchRow[]; list: ReactNode };

/** What will happen, how the file is read, and the one button that makes it so. */
export async function Draft({ batch, source, rows, list }: Props) {
  const figure = await figures();
  const rejected = batch.by("wrong") + batch.by("beyond");
  const isAnybody = batch.waiting > 0 || batch.gone > 0;
  return (
    <Form
      id={DRAFT_FORM}
      together="acts"
      action={answer}
      once={crypto.randomUUID()}
      version={source?.reading ?? 0}
      className="card mb-5 grid gap-3 p-4"
      beside={list}
    >
      <input type="hidden" name="batchId" value={batch.id} />
      <h2>{batch.waiting > 0 ? draftWords(batch, figure) : "Nobody in this list can be invited"}</h2>
      <p className="quiet">
        {batch.waiting > 0
          ? "Nothing has been sent yet. Look through the list; whoever will not be invited is named with the reason."
          : "Each is named below with the reason. Go back and mend the list, or open the people who are here already."}
      </p>
      {batch.gone > 0 && <p>{goneWords(batch.gone, figure)}</p>}
      {source?.alphabet && <AlphabetChoice alphabet={source.alphabet} names={rows.map(fullName)} />}
      {source && <Mapping source={source} purpose="invitations" />}
      {source && <AfterReading reading={source.reading} />}
      <div className="page-actions">
        {isAnybody && <Submit says={{ name: "act", value: "send" }}>Send Invite</Submit>}
        {(source || batch.gone > 0) && (
          <Submit variant="secondary" says={{ name: "act", value: "read" }}>
            Update preview
          </Submit>
        )}
        {rejected > 0 && (
          <ButtonLink href={`/admin/users/invite/${batch.id}/failures`} download>
            Download rejected rows
          </ButtonLink>
        )}
        <ButtonLink href={`/admin/users/invite?draft=${batch.id}`}>Back</ButtonLink>
      </div>
    </Form>
  );
}

/** "312 will be invited, 3 as guests; 12 will not" */
function draftWords({ waiting, guests, rows }: Pick<Batch, "waiting" | "guests" | "rows">, figure: Figure): string {
  const asGuests = guests === 0 ? "" : guests === 1 ? ", 1 as a guest" : `, ${figure(guests)} as guests`;
  const others = rows - waiting;
  return `${figure(waiting)} will be invited${asGuests}${others === 0 ? "" : `; ${figure(others)} will not`}`;
}

const goneWords = (count: number, figure: Figure) =>
  count === 1
    ? "1 row says that the person has left. It is left out, unless you tick “Include anyway” beside it."
    : `${figure(count)} rows say that the person has left. They are left out, unless you tick “Include anyway” beside them.`;
