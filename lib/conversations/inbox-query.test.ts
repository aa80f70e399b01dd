import { expect, it } from "vitest";
import { placeIn } from "./inbox-query";
import { Reply } from "./reply";

it.each([
  ["31", 31],
  ["0", 0],
  ["", null],
  ["1.5", null],
  ["-5", null],
  ["1e3", null],
  ["99999999999", null],
  ["abc", null],
])("%s in an address is the place %s of a thread", (before, place) =>
  expect(placeIn({ before }, "before")).toBe(place),
);

it.each(["99999999999", "1.5", "-1", "x"])(
  "a reply on a page that showed the answer %s is asked to be loaded again",
  (outSeq) => {
    const { error } = Reply.safeParse({
      conversationId: crypto.randomUUID(),
      message: "Hi",
      outSeq,
      anyway: "",
      once: "",
    });
    expect(error?.issues.filter(({ path }) => path[0] === "outSeq").map(({ message }) => message)[0]).toBe(
      "Load the page again.",
    );
  },
);
