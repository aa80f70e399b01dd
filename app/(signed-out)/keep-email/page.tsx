import type { Metadata } from "next";
import { Form } from "@/components/form/form";
import { Submit } from "@/components/form/submit";
import { SignedOut } from "@/components/shell/signed-out";
import { openedLink } from "@/lib/web/opened-link";
import { DeadLink } from "../dead-link";
import { OtherPerson } from "../other-person";
import { stopChange } from "./actions";

export const metadata: Metadata = { title: "Keep your email address" };

type Props = { searchParams: Promise<{ token?: string | string[] }> };

const reset = { href: "/forgot-password", label: "Choose a new password" };

const DEAD = {
  used: {
    title: "The change is stopped",
    sentence: "This link has done its work. Choose a new password with the link that we emailed to this address.",
  },
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
    sentence: "Your email address was set by an Admin of your company, or by an earlier link, after it was sent.",
  },
  unknown: {
    title: "This link doesn't work",
    sentence: "It may have been cut off on its way. Open it again from the email.",
  },
};

export default async function KeepEmailPage({ searchParams }: Props) {
  const { token } = await searchParams;
  const link = await openedLink("email-stop", token);
  if (link?.state !== "live") return <DeadLink {...DEAD[link?.state ?? "unknown"]} next={reset} />;
  return (
    <SignedOut
      title="Keep your email address"
      sentence={`Emails for ${link.firstName} at ${link.company} go to ${link.email}, whatever was asked for or confirmed meanwhile. Whoever is logged in as you is logged out everywhere, and we email you a link to choose a new password.`}
      footer={<a href="/login">It was me: leave it</a>}
    >
      <OtherPerson userId={link.userId} name={link.firstName} />
      <Form action={stopChange} once={crypto.randomUUID()}>
        <input type="hidden" name="token" value={token} />
        <Submit size="wide">Stop the change</Submit>
      </Form>
    </SignedOut>
  );
}
