import type { Metadata } from "next";
import { Form } from "@/components/form/form";
import { Submit } from "@/components/form/submit";
import { SignedOut } from "@/components/shell/signed-out";
import { shortName } from "@/lib/access/viewer";
import { ifSetUp } from "@/lib/outbox/way-out";
import { proposeUsername } from "@/lib/users/propose-username";
import { openedLink } from "@/lib/web/opened-link";
import { DeadLink } from "../dead-link";
import { NewPasswordFields } from "../new-password-fields";
import { OtherPerson } from "../other-person";
import { createPassword } from "./actions";
import { AskForAnother } from "./ask-for-another";
import { Introduction } from "./introduction";
import { Join } from "./join";

export const metadata: Metadata = { title: "Welcome" };

type Props = { searchParams: Promise<{ token?: string | string[] }> };

const login = { href: "/login", label: "Log in" };

const DEAD = {
  used: {
    title: "You already have a password",
    sentence: "Log in with it. If you forgot it, you can ask for a reset link there.",
  },
  expired: { title: "This invitation has expired", sentence: "An invitation is valid for 24 hours." },
  replaced: {
    title: "A newer link was made",
    sentence:
      "A newer link was made; this one no longer works. Use the newest that you were given, by email or by an Admin, or ask for a new invitation.",
  },
  revoked: {
    title: "This invitation no longer works",
    sentence: "Ask for a new one, here or from an Admin of your company.",
  },
  shutOut: { title: "This invitation no longer works", sentence: "Ask an Admin of your company for a new one." },
  unknown: {
    title: "This link doesn't work",
    sentence:
      "It may have been cut off on its way, or the invitation was withdrawn. Open it again from where you were given it, or ask an Admin of your company for a new one.",
  },
};

const asked = (company: string) => ({
  title: "You have asked for a new invitation",
  sentence: ifSetUp(
    "An Admin of your company has been told. They decide whether to send you a new invitation.",
    `The Admins of ${company} find it beside your name. Email is not set up, so tell one of them as well.`,
  ),
});

export default async function WelcomePage({ searchParams }: Props) {
  const { token } = await searchParams;
  const link = await openedLink("invitation", token);
  if (!link) return <DeadLink {...DEAD.unknown} next={login} />;
  if (link.status === "Active" || link.state === "used") return <DeadLink {...DEAD.used} next={login} />;
  if (link.status === "Disabled") return <DeadLink {...DEAD.shutOut} next={login} />;
  if (link.state !== "live") {
    const words = link.justAsked ? asked(link.company) : DEAD[link.state];
    return <AskForAnother {...words} token={String(token)} variant={link.justAsked ? "secondary" : "primary"} />;
  }
  if (link.hasPassword) return <Join token={String(token)} link={link} />;
  const name = shortName(link);
  return (
    <SignedOut
      title={`Welcome${name && `, ${name}`}`}
      sentence={`Create your password for the text-messaging portal of ${link.company}. ${loginWith(link)}`}
    >
      <OtherPerson userId={link.userId} name={name || "somebody else"} />
      <Form action={createPassword} once={crypto.randomUUID()}>
        <input type="hidden" name="token" value={token} />
        {link.username === null && <Introduction {...link} username={await proposeUsername(link.memberId)} />}
        <NewPasswordFields label="Password" username={link.username} autoFocus={link.username !== null} />
        <Submit size="wide">Create password</Submit>
      </Form>
    </SignedOut>
  );
}

const loginWith = ({ username }: { username: string | null }) => (username ? `Your username is ${username}.` : "");
