import type { Metadata } from "next";
import { Form } from "@/components/form/form";
import { Submit } from "@/components/form/submit";
import { SignedOut } from "@/components/shell/signed-out";
import { shortName } from "@/lib/access/viewer";
import { linkState } from "@/lib/links/link-state";
import { shownAddress } from "@/lib/text/address";
import { openedLink } from "@/lib/web/opened-link";
import { DeadLink } from "../dead-link";
import { OtherPerson } from "../other-person";
import { check, confirm } from "./actions";

export const metadata: Metadata = { title: "Confirm email address" };

type Props = { searchParams: Promise<{ token?: string | string[] }> };

const reset = { href: "/forgot-password", label: "Ask for a reset link" };
const profile = { href: "/settings/profile", label: "Open Edit Profile" };

const DEAD = {
  used: { title: "Your email address is confirmed", sentence: "This link has done its work." },
  expired: { title: "This link has expired", sentence: "It was valid for 24 hours. Ask for another in Edit Profile." },
  replaced: {
    title: "This link was replaced",
    sentence: "A newer one was sent after it, and only the newest works. In Edit Profile you can have it sent again.",
  },
  revoked: {
    title: "This link no longer works",
    sentence: "The change was cancelled. You can ask for it again in Edit Profile.",
  },
  unknown: {
    title: "This link doesn't work",
    sentence: "It may have been cut off on its way. Open it again from the email.",
  },
};

/** An Admin has entered the address. */
const ENTERED = {
  ...DEAD,
  expired: {
    title: DEAD.expired.title,
    sentence: "It was valid for 72 hours. Any reset link sent to this address confirms it, too.",
  },
  replaced: { title: DEAD.replaced.title, sentence: "A newer one was sent after it, and only the newest works." },
  revoked: {
    title: DEAD.revoked.title,
    sentence: "Your email address was changed again after it was sent, or your access was ended.",
  },
};

export default async function ConfirmEmailPage({ searchParams }: Props) {
  const { token } = await searchParams;
  const entered = await linkState("email-check", token);
  const link = entered ?? (await openedLink("email-change", token));
  if (entered && entered.state !== "live")
    return <DeadLink {...ENTERED[entered.state]} next={entered.state === "used" ? profile : reset} />;
  if (link?.state !== "live") return <DeadLink {...DEAD[link?.state ?? "unknown"]} next={profile} />;
  return (
    <SignedOut
      title="Confirm email address"
      sentence={`${entered ? "It is in use already:" : "From then on"} emails for ${shortName(link)} at ${link.company} go to ${shownAddress(link.email ?? "")}, and you can log in with it.`}
    >
      <OtherPerson userId={link.userId} name={shortName(link)} />
      <Form action={entered ? check : confirm} once={crypto.randomUUID()}>
        <input type="hidden" name="token" value={token} />
        <Submit size="wide">Confirm email address</Submit>
      </Form>
    </SignedOut>
  );
}
