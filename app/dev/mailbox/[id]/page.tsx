import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Time } from "@/app/time";
import { PageHeader } from "@/components/shell/page-header";
import { ButtonLink } from "@/components/ui/button";
import { readMailbox } from "@/lib/outbox/mailbox/read-mailbox";
import { plainEyes } from "@/lib/text/eyes";
import { withWord } from "../with-word";
import { LinkedText } from "./linked-text";

export const metadata: Metadata = { title: "Email" };

export default async function EmailPage({ params }: { params: Promise<{ id: string }> }) {
  await withWord();
  const email = await readMailbox((await params).id);
  if (!email) notFound();
  return (
    <main id="content" className="content max-w-220" tabIndex={-1}>
      <PageHeader
        title={email.subject}
        back={{ href: "/dev/mailbox", label: "Mailbox" }}
        subtitle={
          <>
            From {email.from} to {email.to} · <Time at={email.createdAt} {...plainEyes()} isWhole />
          </>
        }
        actions={<ButtonLink href={`/dev/mailbox/${email.id}/html`}>View as HTML</ButtonLink>}
      />
      <div className="card px-5 py-4 whitespace-pre-wrap wrap-anywhere">
        <LinkedText text={email.text} />
      </div>
    </main>
  );
}
