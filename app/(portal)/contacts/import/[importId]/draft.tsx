import type { ReactNode } from "react";
import { Form } from "@/components/form/form";
import { Submit } from "@/components/form/submit";
import { ButtonLink } from "@/components/ui/button";
import type { Viewer } from "@/lib/access/viewer";
import { listContactFields } from "@/lib/contacts/fields/list";
import type { ImportRow, ImportShown } from "@/lib/contacts/import/get-import";
import { newColumns, ownReadAs } from "@/lib/contacts/import/own-columns";
import type { Figure } from "@/lib/text/figure";
import { figures } from "@/lib/web/figures";
import { AfterReading } from "../../../columns/after-reading";
import { AlphabetChoice } from "../../../columns/alphabet-choice";
import { Mapping } from "../../../columns/mapping";
import { answer } from "../actions";
import { CONTACTS_IMPORT } from "../address";
import { Rejected, rejectedOf } from "./rejected";

/** Ticks in the list below are of this form. */
export const DRAFT_FORM = "preview";

type Props = { viewer: Viewer; list: ImportShown; rows: readonly ImportRow[]; beside: ReactNode };

/** What will happen, how the file is read, and the one button that makes it so. */
export async function Draft({ viewer, list, rows, beside }: Props) {
  const [figure, own] = await Promise.all([figures(), listContactFields(viewer)]);
  const made = newColumns(list.columns).map(({ name }) => name);
  const names = rows.map(({ firstName, lastName }) => [firstName, lastName].filter(Boolean).join(" "));
  return (
    <Form
      id={DRAFT_FORM}
      action={answer}
      once={crypto.randomUUID()}
      version={list.reading}
      className="card mb-5 grid gap-3 p-4"
      beside={beside}
    >
      {/* The first button of a form is what the Enter key presses. */}
      <button type="submit" hidden />
      <input type="hidden" name="importId" value={list.id} />
      <h2>{draftWords(list, figure)}</h2>
      <p className="quiet">
        Nothing has been written yet. Look through the list; whoever is not taken in is named with the reason.
      </p>
      {list.alphabet && <AlphabetChoice alphabet={list.alphabet} names={names} />}
      <Mapping source={list} purpose="contacts" own={ownReadAs(viewer, own)} />
      {made.length > 0 && (
        <p className="wrap-anywhere">
          {made.length === 1 ? "A field is" : `${figure(made.length)} fields are`} added for all contacts with Import:{" "}
          {made.join(", ")}.
        </p>
      )}
      <AfterReading reading={list.reading} />
      <div className="page-actions">
        <Submit says={{ name: "act", value: "import" }}>Import</Submit>
        <Submit variant="secondary" says={{ name: "act", value: "read" }}>
          Update preview
        </Submit>
        <Rejected list={list} />
        <ButtonLink href={CONTACTS_IMPORT}>Back</ButtonLink>
      </div>
    </Form>
  );
}

/** "312 new, 3 change, 40 stay the same; 12 are not taken in" */
function draftWords(list: ImportShown, figure: Figure): string {
  const changes = list.by("changes") + list.included;
  const rejected = rejectedOf(list);
  const good = [
    `${figure(list.by("new"))} new`,
    `${figure(changes)} ${changes === 1 ? "changes" : "change"}`,
    ...(list.by("same") > 0 ? [`${figure(list.by("same"))} the same as before`] : []),
  ].join(", ");
  return rejected === 0 ? good : `${good}; ${figure(rejected)} ${rejected === 1 ? "is" : "are"} not taken in`;
}
