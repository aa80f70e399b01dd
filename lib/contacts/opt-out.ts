import { v7 } from "uuid";
import { z } from "zod";
import type { Viewer } from "../access/viewer";
import { fullName } from "../access/viewer";
import { change } from "../change";
import * as fields from "../fields";
import { idsOf } from "../id-list";
import { optOutAll } from "../messages/consent";
import { chosen, meantContacts } from "./chosen";
import { mergedWith, subjectOf } from "./managed-contacts";

export const OptOutContacts = z.object({
  ...chosen,
  reason: fields.optional(fields.line(300, "Enter a reason, or leave it empty.")),
  once: fields.once,
});

/** By hand: from the next hand-over on they get no texts, on no line, from nobody. Who had stopped already is left as they are. Undone within a moment. */
export const optOutContacts = (viewer: Viewer, input: z.output<typeof OptOutContacts>) =>
  change(viewer, input.once, async (c) => {
    const { people, list, rest } = await meantContacts(c, viewer, input);
    const others = await mergedWith(c, idsOf(people));
    const said = { source: "by hand", words: input.reason, actorId: viewer.memberId, actorName: fullName(viewer) };
    const stopped = await optOutAll(c.tx, [...people, ...others], { how: "by hand", ...said });
    const together = people.length > 1 ? { batchId: v7() } : undefined;
    for (const person of people)
      c.record("contact.opted-out", subjectOf(person), { reason: input.reason ?? undefined }, together);
    const phones = new Set(stopped.map(({ phone }) => phone));
    const contacts = idsOf(people.filter(({ phone }) => phones.has(phone)));
    c.did({ did: "opted-out", contacts, since: stopped[0]?.since.toISOString() ?? "" });
    return { count: people.length, list, rest, undo: c.undo() };
  });
