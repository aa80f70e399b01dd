import { ButtonLink } from "@/components/ui/button";
import type { ImportShown } from "@/lib/contacts/import/get-import";
import { CONTACTS_IMPORT } from "../address";

export const rejectedOf = ({ by, included }: ImportShown) =>
  by("unreadable") + by("twice") + by("opted out") - included;

export const Rejected = ({ list }: { list: ImportShown }) =>
  rejectedOf(list) > 0 && (
    <ButtonLink href={`${CONTACTS_IMPORT}/${list.id}/failures`} download>
      Download rejected rows
    </ButtonLink>
  );
