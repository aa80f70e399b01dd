import type { Metadata } from "next";
import { Form } from "@/components/form/form";
import { Submit } from "@/components/form/submit";
import { SignedOut } from "@/components/shell/signed-out";
import { shortName } from "@/lib/access/viewer";
import { emailWords, ifMailed } from "@/lib/outbox/way-out";
import { shownAddress } from "@/lib/text/address";
import { openedLink } from "@/lib/web/opened-link";
import { DeadLink } from "../dead-link";
import { OtherPerson } from "../other-person";
import { stopChange } from "./actions";

export const metadata: Metadata = { title: "Keep your email address" };

type Props = { searchParams: Promise<{ token?: string | string[] }> };

const reset = { href: "/forgot-password", label: "Choose a new password" };

const DEAD = {
  used: { title: "The change is stopped", sentence: "This link has done its work." },
  expired: {
    title: "This link has expired",
    sentence: "It was valid for 72 hours. An Admin of your company can still correct your email address.",
  },
  replaced: {
    title: "This link no longer works",
    sentence: "A newer one was sent after it. Open that, or ask an Admin of your company.",
  },
  revoked: {
    title: "This link no longer works",
    sentence:
      "After it was sent your email address was set by an Admin of your company, by an earlier link or by going back to it, or your access was ended.",
  },
  unknown: {
    title: "This link doesn't work",
    sentence: "It may have been cut off on its way. Open it again from the email.",
  },
};

/** Of the link that goes to those who can log in. */
const MAILED = {
  sent: "This link has done its work. Choose a new password with the link that we emailed to this address.",
  done: DEAD.used.sentence,
  instead: "the link to choose a new password waits until it can be sent",
};

const MAILS = ", and we email you a link to choose a new password";

export default async function KeepEmailPage({ searchParams }: Props) {
  const { token } = await searchParams;
  const link = await openedLink("email-stop", token);
  if (link?.state === "used" && link.status === "Active")
    return <DeadLink title={DEAD.used.title} sentence={await emailWords(MAILED)} next={reset} />;
  if (link?.state !== "live") return <DeadLink {...DEAD[link?.state ?? "unknown"]} next={reset} />;
  const mailed = link.status === "Active" ? await ifMailed(MAILS, "") : "";
  return (
    <SignedOut
      title="Keep your email address"
      sentence={`Emails for ${shortName(link)} at ${link.company} go to ${shownAddress(link.email ?? "")}, whatever was asked for or confirmed meanwhile. Whoever is logged in as you is logged out everywhere${mailed}.`}
      footer={<a href="/login">It was me: leave it</a>}
    >
      <OtherPerson userId={link.userId} name={shortName(link)} />
      <Form action={stopChange} once={crypto.randomUUID()}>
        <input type="hidden" name="token" value={token} />
        <Submit size="wide">Stop the change</Submit>
      </Form>
    </SignedOut>
  );
}
