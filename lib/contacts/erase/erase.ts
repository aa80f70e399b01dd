import { z } from "zod";
import { holdsEverywhere } from "../../access/can";
import type { Viewer } from "../../access/viewer";
import { change } from "../../change";
import { NotFound } from "../../errors";
import * as fields from "../../fields";
import { idsOf } from "../../id-list";
import { formatNumber } from "../../numbers/format-number";
import { managedContact, mergedWith } from "../managed-contacts";
import { ERASED, shownName } from "../shown-name";
import { eraseHistory } from "./erase-history";
import { eraseBeside, eraseConsent, eraseContactRows } from "./erase-known";
import { eraseFromLists, holdLists } from "./erase-lists";
import { eraseThreads, holdCampaigns, markRecipients } from "./erase-texts";
import { rememberErased } from "./erased-phones";

export const EraseContact = z.object({ contactId: z.uuid("Not found."), once: fields.once });

/**
 * Nothing is left that says who somebody was: of all their telephones, on all lines, so it takes the right everywhere. What
 * was counted stays, and their threads with nothing said in them. Held in the order in which others hold these rows: what is
 * being sent, answered or taken in meanwhile is finished first, and erased, or finds them gone.
 */
export const eraseContact = (viewer: Viewer, input: z.output<typeof EraseContact>): Promise<void> =>
  change(viewer, input.once, async (c) => {
    if (!holdsEverywhere(viewer, "contacts.manage")) throw new NotFound();
    await holdLists(c, viewer.accountId);
    const person = await managedContact(c, viewer, input.contactId);
    const { accountId } = person;
    const rows = [person, ...(await mergedWith(c, [person.id]))];
    // In place of the number, which each contact has to have, and no text goes to.
    const theirs = rows.map(({ id, phone }) => ({ id, phone, mark: `${ERASED} ${id.slice(-12)}` }));
    await holdCampaigns(c, accountId);
    await markRecipients(c, accountId, theirs);
    const threads = await eraseThreads(c, viewer, theirs);
    const emails = rows.flatMap(({ email }) => email ?? []);
    const listed = await eraseFromLists(c, accountId, { phones: theirs.map(({ phone }) => phone), emails });
    await eraseBeside(c, accountId, theirs);
    const stopped = await eraseConsent(c, accountId, theirs);
    const names = [shownName(person), ...theirs.map(({ phone }) => formatNumber(phone))];
    await eraseHistory(c, accountId, { ids: idsOf([...theirs, ...threads]), names });
    await eraseContactRows(c, accountId, { theirs, stopped });
    const hadOptedOut = (phone: string) =>
      listed.includes(phone) || stopped.some((each) => each.phone === phone && each.how !== "erasure");
    await rememberErased(
      c.tx,
      accountId,
      theirs.map(({ phone }) => ({ phone, hadOptedOut: hadOptedOut(phone) })),
    );
    c.record("contact.erased", { accountId, id: person.id, name: "a contact" });
  });
