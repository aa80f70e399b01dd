import type { Member } from "@/lib/members/get";
import { copyLink, resend, reset } from "../actions";
import { LinkForm } from "./link-form";

/** Their buttons stand among the fields of the other form, and name these by id: forms can't be nested. */
export const FORMS = { resend: "resend-form", copy: "copy-form", reset: "reset-form" } as const;

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
