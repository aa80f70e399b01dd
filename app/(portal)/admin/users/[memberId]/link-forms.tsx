import type { Member } from "@/lib/members/get";
import { copyLink, resend, reset } from "../actions";
import { LinkForm } from "./link-form";
import { FORMS } from "./link-names";

/** What comes back from them is said above the fields. */
export function LinkForms({ member }: { member: Member }) {
  const forms = [
    { id: FORMS.resend, action: resend, offered: member.status === "Pending" },
    { id: FORMS.copy, action: copyLink, offered: member.status === "Pending" },
    { id: FORMS.reset, action: reset, offered: member.status === "Active" && member.atHome },
  ];
  return forms
    .filter((form) => form.offered)
    .map(({ id, action }) => (
      <LinkForm key={id} id={id} action={action} once={crypto.randomUUID()} memberId={member.id} />
    ));
}
