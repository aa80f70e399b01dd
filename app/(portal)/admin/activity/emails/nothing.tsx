import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { EMAILS, type EmailQuery, emailsAddress, isAsked } from "@/lib/outbox/log/email-query";

const SENTENCES = {
  waiting: "No email waits to be sent. New ones stand here until they have left.",
  undelivered: "Nothing here bounced, failed or was reported as spam.",
  undecided: "Nothing here waits for you to decide what to do about it.",
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
        sentence="An email to somebody who is invited stands here from then on, with its state."
      />
    );
  const sentence = `No email to “${to}” is ${state ? "like that" : "here"}. Part of a name will do; an address of somebody who has left has to be whole.`;
  return (
    <Empty title="Nothing found" sentence={to === "" && state ? SENTENCES[state] : sentence}>
      <ButtonLink href={EMAILS}>Clear filters</ButtonLink>
    </Empty>
  );
}
