import type { Metadata } from "next";
import { Form } from "@/components/form/form";
import { Submit } from "@/components/form/submit";
import { SignedOut } from "@/components/shell/signed-out";
import { shortName } from "@/lib/access/viewer";
import { openedLink } from "@/lib/web/opened-link";
import { DeadLink } from "../dead-link";
import { NewPasswordFields } from "../new-password-fields";
import { OtherPerson } from "../other-person";
import { savePassword } from "./actions";

export const metadata: Metadata = { title: "Reset password" };

type Props = { searchParams: Promise<{ token?: string | string[] }> };

const another = { href: "/forgot-password", label: "Ask for another link" };

const DEAD = {
  used: {
    title: "This link has been used",
    sentence: "A new password was saved with it. If that wasn't you, ask for another link now.",
  },
  expired: { title: "This link has expired", sentence: "A reset link is valid for 1 hour." },
  replaced: {
    title: "This link was replaced",
    sentence: "A newer reset link was sent after it, and only the newest works. If you can't find it, ask for another.",
  },
  revoked: {
    title: "This link no longer works",
    sentence: "Your password, email address or access was changed after it was sent.",
  },
  unknown: {
    title: "This link doesn't work",
    sentence: "It may have been cut off on its way. Open it again from the email.",
  },
};

export default async function ResetPasswordPage({ searchParams }: Props) {
  const { token } = await searchParams;
  const link = await openedLink("reset", token);
  if (link?.state !== "live") return <DeadLink {...DEAD[link?.state ?? "unknown"]} next={another} footer={<Back />} />;
  return (
    <SignedOut
      title="Choose a new password"
      sentence="You are then logged out everywhere, and log in with the new one."
      footer={<Back />}
    >
      <OtherPerson userId={link.userId} name={shortName(link)} />
      <Form action={savePassword} once={crypto.randomUUID()}>
        <input type="hidden" name="token" value={token} />
        <NewPasswordFields label="New password" username={link.username} autoFocus />
        <Submit size="wide">Save password</Submit>
      </Form>
    </SignedOut>
  );
}

const Back = () => <a href="/login">Back to login</a>;
