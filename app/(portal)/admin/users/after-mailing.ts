import { emailWords, wayOut } from "@/lib/outbox/way-out";
import { shownAddress } from "@/lib/text/address";
import { goTo, stay } from "@/lib/web/back";

type Mailed = { name: string; email: string };

/** Where no email leaves, on to the person's own page: the link to copy is there. */
export async function afterAdding({ memberId, name, email }: Mailed & { memberId: string }): Promise<never> {
  const words = {
    sent: `Welcome email sent to ${shownAddress(email)}`,
    done: `${name} is added.`,
    instead: "copy the invitation link",
  };
  return goTo((await wayOut()) === "open" ? "/admin/users" : `/admin/users/${memberId}`, await emailWords(words));
}

export async function afterResending({ name, email }: Mailed): Promise<never> {
  const done = `${name} has a new invitation.`;
  return stay(
    await emailWords({
      sent: `Invitation sent again to ${shownAddress(email)}`,
      done,
      instead: "copy the invitation link",
    }),
  );
}

export async function afterReset({ name, email }: Mailed): Promise<never> {
  const done = `A password reset link for ${name} is made.`;
  return stay(
    await emailWords({
      sent: `Password reset link sent to ${shownAddress(email)}`,
      done,
      instead: "it waits until it can be sent",
    }),
  );
}
