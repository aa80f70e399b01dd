import { notFound } from "next/navigation";
import { readMailbox } from "@/lib/outbox/mailbox/read-mailbox";
import { withWord } from "../../with-word";

/** The email as a mail program draws it. Its inline styles are allowed by the policy for this address in lib/web/server/headers.ts. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }) {
  await withWord();
  const email = await readMailbox((await params).id);
  if (!email) notFound();
  return new Response(email.html, { headers: { "content-type": "text/html; charset=utf-8" } });
}
