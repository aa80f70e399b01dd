import type { Planted } from "./planted";

const asking = (says: string, only: string, bug: Pick<Planted, "file" | "find" | "put">): Planted => ({
  ...{ says, only, ...bug },
  tests: ["lib/subscriptions/subscriptions.test.ts"],
});

const stopping = (says: string, only: string, bug: Pick<Planted, "file" | "find" | "put">): Planted => ({
  ...{ says, only, ...bug },
  tests: ["lib/unsubscribe/unsubscribe.test.ts"],
});

/** What holds for the pages that customers open: whose yes counts, and who is never texted. */
export const SUBSCRIPTIONS: Planted[] = [
  asking("a text to who has opted out, by a link", "texts nobody who has opted out", {
    file: "lib/subscriptions/ask.ts",
    find: "  if (out) return c.unchanged(undefined);\n",
    put: '  if (out && phone === "") return c.unchanged(undefined);\n',
  }),
  asking("a number that is asked as often as somebody likes", "three times an hour", {
    file: "lib/subscriptions/ask-limits.ts",
    find: '    number: anHour("join-number", phone, 3),\n',
    put: "",
  }),
  asking("a yes to something else that joins a group", "our last text alone", {
    file: "lib/subscriptions/join-group.ts",
    find: "order by m.seq desc limit 1)",
    put: "order by m.seq limit 1)",
  }),
  asking("a yes that counts although the link is closed", "no answer counts", {
    file: "lib/subscriptions/join-group.ts",
    find: "l.id = a.link_id and l.closed_at is null and",
    put: "l.id = a.link_id and",
  }),
  asking("whoever was typed on a page in the list of contacts", "in no list", {
    file: "lib/subscriptions/ask.ts",
    find: "deletedAt: sql`now()` }",
    put: "deletedAt: null }",
  }),
  stopping("texts stopped anew each time the form is sent", "counted, once", {
    file: "lib/unsubscribe/stop-texts.ts",
    find: "    if (out && isOwnWay(out.how) && !out.reviewBy) return c.unchanged(undefined);\n",
    put: "    if (out && isOwnWay(out.how) && out.reviewBy) return c.unchanged(undefined);\n",
  }),
];
