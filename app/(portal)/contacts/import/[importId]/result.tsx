import { ButtonLink } from "@/components/ui/button";
import { CONTACTS } from "@/lib/contacts/contacts-query";
import type { ImportShown } from "@/lib/contacts/import/get-import";
import { PASTED } from "@/lib/contacts/import/preview";
import { figures } from "@/lib/web/figures";
import { CONTACTS_IMPORT } from "../address";
import { Rejected, rejectedOf } from "./rejected";

/** What has become of a list. */
export async function Result({ list }: { list: ImportShown }) {
  const figure = await figures();
  const { by, included } = list;
  const rejected = rejectedOf(list);
  const sentences = [
    `${figure(by("new"))} new`,
    `${figure(by("changes") + included)} changed`,
    `${figure(by("same"))} the same as before`,
  ];
  return (
    <div className="card mb-5 grid gap-3 p-4">
      <h2 className="wrap-anywhere">{list.name === PASTED ? "Pasted rows are" : `${list.name} is`} imported</h2>
      <p role="status">
        {sentences.join(", ")}.{rejected > 0 && ` ${figure(rejected)} ${rejected === 1 ? "was" : "were"} not taken in.`}
      </p>
      <div className="page-actions">
        <Rejected list={list} />
        <ButtonLink href={CONTACTS}>See the contacts</ButtonLink>
        <ButtonLink href={CONTACTS_IMPORT}>Import more</ButtonLink>
      </div>
    </div>
  );
}
