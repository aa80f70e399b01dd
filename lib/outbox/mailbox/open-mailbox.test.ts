import { afterEach, expect, test } from "vitest";
import { provide } from "@/lib/env";
import { visitor } from "@/tests/support/cast";
import { isMailboxWord, openMailbox } from "./open-mailbox";

const WORD = "word-of-this-start";

const set = (more: Record<string, string> = {}) =>
  provide({ LINEUP_EMBEDDED: "1", LINEUP_MAILBOX_WORD: WORD, RESEND_API_KEY: "", ...more });

afterEach(() => provide({ LINEUP_EMBEDDED: "", LINEUP_MAILBOX_WORD: "", RESEND_API_KEY: "" }));

test("the word of this start opens the mailbox, for several browsers, and no other does", async () => {
  set();
  expect(await openMailbox(visitor(), WORD)).toBe(true);
  expect(await openMailbox(visitor(), WORD)).toBe(true);
  for (const wrong of ["", "word", `${WORD} `, WORD.toUpperCase()]) {
    expect(await openMailbox(visitor(), wrong)).toBe(false);
    expect(isMailboxWord(wrong)).toBe(false);
  }
  expect(isMailboxWord(undefined)).toBe(false);
});

test("after twenty wrong words an address has to wait, and others don't", async () => {
  set();
  const guesser = visitor();
  for (let i = 0; i < 20; i++) expect(await openMailbox(guesser, `guess ${i}`)).toBe(false);
  expect(await openMailbox(guesser, WORD)).toBe(false);
  expect(await openMailbox(visitor(), WORD)).toBe(true);
});

test.each([
  ["with a provider", { RESEND_API_KEY: "re_test" }],
  ["on any other database", { LINEUP_EMBEDDED: "" }],
  ["without a word", { LINEUP_MAILBOX_WORD: "" }],
])("%s there is no mailbox to open", async (_, settings) => {
  set(settings);
  for (const word of [WORD, ""]) {
    expect(await openMailbox(visitor(), word)).toBe(false);
    expect(isMailboxWord(word)).toBe(false);
  }
});
