import { z } from "zod";
import type { Viewer } from "../access/viewer";
import { fullName } from "../access/viewer";
import { change } from "../change";
import * as fields from "../fields";
import { optOut } from "../messages/consent";
import { managedContacts, mergedWith, subjectOf } from "./managed-contacts";

/** A form without any tick says so. */
export const contactIds = fields
  .many(z.uuid("Not found."))
  .pipe(z.array(z.uuid()).min(1, "Select somebody first.").max(100, "A hundred at most at a time."));

export const OptOutContacts = z.object({
  contact: contactIds,
  reason: fields.line(300, "Say how they told you, or why."),
  once: fields.once,
});

/** By hand: from the next hand-over on they get no texts, on no line, from nobody. Who had stopped already is left as they are. */
export const optOutContacts = (viewer: Viewer, input: z.output<typeof OptOutContacts>) =>
  change(viewer, input.once, async (c) => {
    const people = await managedContacts(c, viewer, input.contact);
    const others = await mergedWith(c, input.contact);
    const said = { source: "by hand", words: input.reason, actorId: viewer.memberId, actorName: fullName(viewer) };
    for (const { accountId, phone } of [...people, ...others])
      await optOut(c.tx, { accountId, phone }, { how: "by hand", ...said });
    for (const person of people) c.record("contact.opted-out", subjectOf(person), { reason: input.reason });
    return { count: people.length };
  });
