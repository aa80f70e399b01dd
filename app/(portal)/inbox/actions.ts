"use server";

import { AddNote, addNote } from "@/lib/conversations/add-note";
import { ClaimConversation, claimConversation } from "@/lib/conversations/claim";
import { MarkDone, markDone } from "@/lib/conversations/done";
import { HandOver, handOver } from "@/lib/conversations/hand-over";
import { atNewest, INBOX, listAround } from "@/lib/conversations/inbox-query";
import { CallOff, callOff } from "@/lib/conversations/later/call-off";
import { MarkUnread, markUnread } from "@/lib/conversations/mark-unread";
import { LeaveParked, leaveParked } from "@/lib/conversations/parked/leave-parked";
import { SendParked, sendParked } from "@/lib/conversations/parked/send-parked";
import { ReleaseConversation, releaseConversation } from "@/lib/conversations/release-one";
import { ReopenConversation, reopenConversation } from "@/lib/conversations/reopen";
import { Reply, reply } from "@/lib/conversations/reply";
import { ConfirmOptOut, confirmOptOut } from "@/lib/conversations/review/confirm-opt-out";
import { LiftOptOut, liftOptOut } from "@/lib/conversations/review/lift-opt-out";
import { StartConversation, startConversation } from "@/lib/conversations/start";
import { TakeOver, takeOver } from "@/lib/conversations/take-over";
import { goTo, stay } from "@/lib/web/back";
import type { FlashMore } from "@/lib/web/flash";
import { formAction } from "@/lib/web/form-action";
import { requestedPath } from "@/lib/web/request";

export const claim = formAction(ClaimConversation, claimConversation, () => stay());
export const release = formAction(ReleaseConversation, releaseConversation, () => stay("It is anybody's again."));
export const hand = formAction(HandOver, handOver, ({ colleague }) => stay(`${colleague} has this conversation now.`));
export const take = formAction(TakeOver, takeOver, () => stay("You have this conversation now."));
export const done = formAction(MarkDone, markDone, () => stay());
export const reopen = formAction(ReopenConversation, reopenConversation, () => stay());
export const unread = formAction(MarkUnread, markUnread, async () => goTo(listAround(await requestedPath())));
export const again = formAction(SendParked, sendParked, () => stay());
export const leave = formAction(LeaveParked, leaveParked, () => stay());
export const dontSend = formAction(CallOff, callOff, () => stay());
export const confirmStop = formAction(ConfirmOptOut, confirmOptOut, () => stay("They get no texts any more."));
export const liftStop = formAction(LiftOptOut, liftOptOut, () => stay("Texts go to them again."));
export const start = formAction(StartConversation, startConversation, ({ id }) => goTo(`${INBOX}/${id}`));

/** Of names after an @ that are nobody's, or several people's; the note stands. */
const untoldWords = (names: readonly string[]) =>
  names.length > 0
    ? `Nobody was told by @${names.join(" and @")}: no colleague on this line is called so, or several are. Write the whole name in another note.`
    : undefined;

/** Without a script they are sent with what is being written. */
const acts = {
  ...{ claim, release, take, done, reopen, unread, again, leave },
  "hand-over": hand,
  "dont-send": dontSend,
  "confirm-stop": confirmStop,
  "lift-stop": liftStop,
};

/** Where one sees what one has just written. */
const toNewest = async (words?: string, more?: FlashMore) => goTo(atNewest(await requestedPath()), words, more);

export const send = formAction(Reply, reply, () => toNewest(), { acts });
export const note = formAction(AddNote, addNote, ({ nobody }) => toNewest(untoldWords(nobody), { tone: "bad" }), {
  acts,
});
