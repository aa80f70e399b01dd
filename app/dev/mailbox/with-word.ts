import { cookies } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { isMailboxWord } from "@/lib/outbox/open-mailbox";

/** Its path lets it go to no page but these. */
export const COOKIE = { name: "lineup-mailbox", path: "/dev" };

/**
 * The mailbox holds everybody's links: it is there for who has brought the word that was printed at the start. Brought
 * just now, it becomes a cookie first, and leaves the address.
 */
export async function withWord(path: string, word: string | string[] | null | undefined): Promise<void> {
  if (typeof word === "string") redirect(`/dev/mailbox/open?${new URLSearchParams({ word, to: path })}`);
  if (!isMailboxWord((await cookies()).get(COOKIE.name)?.value)) notFound();
}
