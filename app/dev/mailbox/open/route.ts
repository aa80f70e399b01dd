import { cookies } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { env } from "@/lib/env";
import { openMailbox } from "@/lib/outbox/open-mailbox";
import { visitor } from "@/lib/web/request";
import { COOKIE } from "../with-word";

const PAGES = /^\/dev\/mailbox(\/[\w-]+(\/html)?)?$/;

/** A page can't set a cookie; the right word brought to one comes by here. */
export async function GET(request: Request): Promise<never> {
  const { searchParams } = new URL(request.url);
  const word = searchParams.get("word") ?? "";
  const to = searchParams.get("to") ?? "/dev/mailbox";
  if (!PAGES.test(to) || !(await openMailbox(await visitor(), word))) notFound();
  const { secureCookies } = env();
  (await cookies()).set({ ...COOKIE, value: word, httpOnly: true, sameSite: "strict", secure: secureCookies });
  redirect(to);
}
