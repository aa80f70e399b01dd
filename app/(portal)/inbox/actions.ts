"use server";

import { AddNote, addNote } from "@/lib/conversations/add-note";
import { ClaimConversation, claimConversation } from "@/lib/conversations/claim";
import { MarkDone, markDone } from "@/lib/conversations/done";
import { HandOver, handOver } from "@/lib/conversations/hand-over";
import { INBOX } from "@/lib/conversations/inbox-query";
import { MarkUnread, markUnread } from "@/lib/conversations/mark-unread";
import { ReleaseConversation, releaseConversation } from "@/lib/conversations/release-one";
import { ReopenConversation, reopenConversation } from "@/lib/conversations/reopen";
import { Reply, reply } from "@/lib/conversations/reply";
import { StartConversation, startConversation } from "@/lib/conversations/start";
import { TakeOver, takeOver } from "@/lib/conversations/take-over";
import { goTo, stay } from "@/lib/web/back";
import { formAction } from "@/lib/web/form-action";

export const claim = formAction(ClaimConversation, claimConversation, () => stay());
export const release = formAction(ReleaseConversation, releaseConversation, () => stay("It is anybody's again."));
export const hand = formAction(HandOver, handOver, ({ colleague }) => stay(`${colleague} has this conversation now.`));
export const take = formAction(TakeOver, takeOver, () => stay("You have this conversation now."));
export const done = formAction(MarkDone, markDone, () => stay());
export const reopen = formAction(ReopenConversation, reopenConversation, () => stay());
export const unread = formAction(MarkUnread, markUnread, () => goTo(INBOX));
export const send = formAction(Reply, reply, () => stay());
export const note = formAction(AddNote, addNote, () => stay());
export const start = formAction(StartConversation, startConversation, ({ id }) => goTo(`${INBOX}/${id}`));
