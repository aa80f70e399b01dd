import { cookies, headers } from "next/headers";
import { z } from "zod";
import { cookieName } from "../cookie-name";
import { env } from "../env";

const flashCookie = () => cookieName("lineup-flash", { https: env().secureCookies });
const SECONDS = 20;

const Tone = z.enum(["good", "bad"]);

/** `undo`: by what id that which was done can be taken back. */
export type FlashMore = { undo?: string | undefined; tone?: z.output<typeof Tone> };
type Flashed = FlashMore & { words: string };

/** Words for the next page, shown once: our server takes the cookie away with the answer that shows them. */
export async function setFlash(words: string, { undo = "", tone = "good" }: FlashMore = {}): Promise<void> {
  const jar = await cookies();
  // Base 64: on the way to the next page Next decodes a cookie's percents once or twice, as it happens.
  jar.set(flashCookie(), [Buffer.from(words).toString("base64url"), tone, undo].join("."), {
    path: "/",
    maxAge: SECONDS,
    httpOnly: true,
    sameSite: "lax",
    secure: env().secureCookies,
  });
}

/** As the browser sent it: what this very request has set is for the page after this one. */
export async function readFlash(): Promise<Flashed | null> {
  const beginning = `${flashCookie()}=`;
  const sent = ((await headers()).get("cookie") ?? "").split(/;\s*/);
  const value = sent.find((cookie) => cookie.startsWith(beginning))?.slice(beginning.length);
  if (!value) return null;
  const [words = "", tone, undo] = value.split(".");
  return {
    words: Buffer.from(words, "base64url").toString(),
    tone: Tone.catch("good").parse(tone),
    undo: z.uuid().safeParse(undo).data,
  };
}
