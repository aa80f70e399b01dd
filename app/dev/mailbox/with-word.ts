import { cookies } from "next/headers";
import { notFound } from "next/navigation";
import { holdsWord } from "@/lib/web/server/mailbox-door";

/** The mailbox holds everybody's links: it is there for who has brought the word that was printed at the start. */
export async function withWord(): Promise<void> {
  if (!holdsWord(await cookies())) notFound();
}
