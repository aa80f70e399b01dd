import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { EMAILS, type EmailQuery, emailsAddress, isAsked } from "@/lib/outbox/email-query";

const SENTENCES = {
  waiting: "Every email has left. New ones wait here for a moment before they do.",
  undelivered: "No email bounced, failed or was reported as spam.",
  undecided: "No email waits for you to decide what to do about it.",
};

export function NoEmails({ query }: { query: EmailQuery }) {
  const { state, to, from } = query;
  if (from !== "first" && from !== "last")
    return (
      <Empty title="Nothing on this page" sentence="The log doesn't reach that far.">
        <ButtonLink href={emailsAddress(query)}>Back to the newest</ButtonLink>
      </Empty>
    );
  if (!isAsked(query))
    return (
      <Empty
        title="No emails yet"
        sentence="Whoever is invited gets the first one. It will stand here, with its state."
      />
    );
  const sentence = `No email to “${to}”${state ? " is like that" : " was sent"}. Part of a name will do; an address of somebody who has left has to be whole.`;
  return (
    <Empty title="Nothing found" sentence={to === "" && state ? SENTENCES[state] : sentence}>
      <ButtonLink href={EMAILS}>Clear filters</ButtonLink>
    </Empty>
  );
}
