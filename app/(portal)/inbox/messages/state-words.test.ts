import { expect, it } from "vitest";
import { stateWords } from "./state-words";

const now = new Date("2026-11-28T12:00:00Z");
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
const text = { state: null, errorCode: null, parkedAt: null, hasWay: true, at: ago(1), sendAt: null };

it.each([
  [{ state: "queued" }, "Queued"],
  [{ state: "handed" }, "Queued"],
  [{ state: "sent" }, "Sent"],
  [{ state: "sent", at: ago(73) }, "Sent, no receipt"],
  // Written days before its time came.
  [{ state: "sent", at: ago(120), sendAt: ago(1) }, "Sent"],
  [{ state: "sent", at: ago(120), sendAt: ago(73) }, "Sent, no receipt"],
  [{ state: "delivered", at: ago(73), hasWay: false }, "Delivered"],
  [{ state: "undelivered", errorCode: 30003, hasWay: false }, "Failed: Their telephone was off or out of reach."],
  [{ state: "failed", hasWay: false }, "Failed: The carrier did not deliver it."],
  [{ state: "failed", errorCode: 0, hasWay: false }, "Failed: The carrier could not be reached for a day."],
  [{ state: "queued", parkedAt: ago(1) }, "We can't tell whether it arrived"],
  [{ state: "queued", hasWay: false }, "We can't tell whether it arrived"],
] as const)("of a text that is %j it is said: %s", (given, said) =>
  expect(stateWords({ ...text, ...given }, now)).toBe(said),
);
