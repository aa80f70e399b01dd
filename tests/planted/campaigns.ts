import type { Planted } from "./planted";

/** What makes a campaign pause itself, and who may let a large one go. */
export const CAMPAIGNS: Planted[] = [
  {
    says: "a brake that counts what carriers refused for any reason",
    file: "lib/campaigns/send/brakes.ts",
    find: ` and r.error_code in \${[...BRAKING_CODES]}`,
    put: "",
    tests: ["lib/campaigns/brakes.test.ts"],
    only: "pauses itself; four of them",
  },
  {
    says: "a campaign that was resumed and is braked again by the same texts",
    file: "lib/campaigns/hold.ts",
    find: "{ judgedFrom: newestSent }",
    put: "{}",
    tests: ["lib/campaigns/brakes.test.ts"],
    only: "resumed by a person goes on",
  },
  {
    says: "a first hundred that several workers write at once",
    file: "lib/campaigns/send/queue-next.ts",
    find: "campaign.waitsAfterFirst ? await firstOnes(tx, id) : AT_ONCE",
    put: "AT_ONCE",
    tests: ["lib/campaigns/brakes.test.ts"],
    only: "sends the first hundred and waits",
  },
  {
    says: "a campaign that whoever edited it last confirms",
    file: "lib/campaigns/writers.ts",
    find: "[writtenBy ?? madeBy, editedBy, askedBy].filter",
    put: "[writtenBy ?? madeBy, askedBy].filter",
    tests: ["lib/campaigns/second-person.test.ts"],
    only: "nobody confirms who made it",
  },
  {
    says: "an edit that leaves the question as it was",
    file: "lib/campaigns/save.ts",
    find: ", ...NOBODY_ASKS };",
    put: " };",
    tests: ["lib/campaigns/second-person.test.ts"],
    only: "an edit voids the question",
  },
  {
    says: "Auto-Replace that takes a picture apart",
    file: "lib/auto-replace/replace.ts",
    find: "  if (PICTURE.test(whole)) return sign;\n",
    put: "",
    tests: ["lib/auto-replace/replace.test.ts"],
  },
  {
    says: "a campaign whose texts leave as they are written, whatever its company has replaced",
    file: "lib/campaigns/send/write-campaign-texts.ts",
    find: "replaced(filled(pieces, person, link), rule, link).text",
    put: "(rule, filled(pieces, person, link))",
    tests: ["lib/auto-replace/set.test.ts"],
    only: "leaves replaced",
  },
];
