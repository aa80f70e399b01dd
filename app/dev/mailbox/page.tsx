import type { Metadata } from "next";
import { Time } from "@/app/time";
import { PageHeader } from "@/components/shell/page-header";
import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { listMailbox } from "@/lib/outbox/mailbox/list-mailbox";
import { plainEyes } from "@/lib/text/eyes";
import { withWord } from "./with-word";

export const metadata: Metadata = { title: "Mailbox" };

export default async function MailboxPage() {
  await withWord();
  const emails = await listMailbox();
  return (
    <main id="content" className="content max-w-220" tabIndex={-1}>
      <PageHeader title="Mailbox" subtitle="Emails stay here, on this computer, until Lineup has a key for Resend." />
      {emails.length === 0 ? (
        <Empty title="No emails yet" sentence="Add a user, and the welcome email arrives here a moment later.">
          <ButtonLink href="/admin/users/new">Add a user</ButtonLink>
        </Empty>
      ) : (
        <ol className="card grid" aria-label="Emails, newest first">
          {emails.map((email) => (
            <li key={email.id} className="border-b border-(--line) px-4 py-3 last:border-b-0">
              <a className="link" href={`/dev/mailbox/${email.id}`}>
                {email.subject}
              </a>
              <p className="small wrap-anywhere">
                {email.to} · <Time at={email.createdAt} {...plainEyes()} isWhole />
              </p>
            </li>
          ))}
        </ol>
      )}
    </main>
  );
}
