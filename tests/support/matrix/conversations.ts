import type { Viewer } from "@/lib/access/viewer";
import { AddNote, addNote } from "@/lib/conversations/add-note";
import { ClaimConversation, claimConversation } from "@/lib/conversations/claim";
import { MarkDone, markDone } from "@/lib/conversations/done";
import { HandOver, handOver } from "@/lib/conversations/hand-over";
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
import { type Company, makeCompany, type Person, viewerOf } from "../cast";
import { makeTalk, parkText, stopByWords, type Talked } from "../talk";
import type { Alone } from "./target";

/** Two who have a line in West, an Admin of West among them, and a conversation there. */
export type Desk = {
  company: Company;
  west: string;
  east: string;
  line: { id: string };
  ben: Person;
  wes: Person;
  talk: Talked;
  /** A text of which nobody can tell whether it arrived. */
  parkedId: string;
};
type Form = Record<string, unknown>;
type Row = {
  /** Whose it is beforehand, and whether it is done. */
  had?: "ben" | "wes" | "nobody";
  closed?: true;
  parked?: true;
  /** A text waits for its time; theirs have been stopped by ordinary words. */
  waiting?: true;
  stopped?: true;
  form: (desk: Desk) => Form;
  send: (viewer: Viewer, form: Form) => Promise<unknown>;
};

const on = ({ talk }: Desk) => ({ conversationId: talk.id });
const onParked = (desk: Desk) => ({ ...on(desk), messageId: desk.parkedId });

/** What is done to conversations, by Wes, who may do all of it. */
export const CONVERSATION_ROWS: Record<string, Row> = {
  addNote: {
    form: (desk) => ({ ...on(desk), note: "Ask @Ben Ortiz" }),
    send: (v, form) => addNote(v, AddNote.parse(form)),
  },
  callOff: { waiting: true, form: onParked, send: (v, form) => callOff(v, CallOff.parse(form)) },
  confirmOptOut: { stopped: true, form: on, send: (v, form) => confirmOptOut(v, ConfirmOptOut.parse(form)) },
  claimConversation: { form: on, send: (v, form) => claimConversation(v, ClaimConversation.parse(form)) },
  handOver: {
    form: (desk) => ({ ...on(desk), memberId: desk.ben.memberId }),
    send: (v, form) => handOver(v, HandOver.parse(form)),
  },
  leaveParked: { parked: true, form: onParked, send: (v, form) => leaveParked(v, LeaveParked.parse(form)) },
  liftOptOut: { stopped: true, form: on, send: (v, form) => liftOptOut(v, LiftOptOut.parse(form)) },
  markDone: { form: on, send: (v, form) => markDone(v, MarkDone.parse(form)) },
  markUnread: { form: on, send: (v, form) => markUnread(v, MarkUnread.parse(form)) },
  releaseConversation: {
    had: "wes",
    form: on,
    send: (v, form) => releaseConversation(v, ReleaseConversation.parse(form)),
  },
  reopenConversation: {
    closed: true,
    form: on,
    send: (v, form) => reopenConversation(v, ReopenConversation.parse(form)),
  },
  reply: {
    form: (desk) => ({ ...on(desk), message: "Tuesday at nine?", outSeq: "0" }),
    send: (v, form) => reply(v, Reply.parse(form)),
  },
  sendParked: { parked: true, form: onParked, send: (v, form) => sendParked(v, SendParked.parse(form)) },
  startConversation: {
    form: ({ talk, line }) => ({ to: talk.phone, from: line.id, message: "Hello again" }),
    send: (v, form) => startConversation(v, StartConversation(v).parse(form)),
  },
  takeOver: { had: "ben", form: on, send: (v, form) => takeOver(v, TakeOver.parse(form)) },
};

type Wish = Pick<Row, "had" | "closed" | "parked" | "waiting" | "stopped">;

export async function deskFor({ had = "nobody", closed, parked, waiting, stopped }: Wish = {}): Promise<Desk> {
  const company = await makeCompany();
  const [west, east] = [await company.group("West"), await company.group("East")];
  const line = await company.number({ groupId: west.id });
  const ben = await company.endUser({ name: "Ben Ortiz", groupId: west.id, lines: [line] });
  const wes = await company.admin({ name: "Wes Adair", groupId: west.id, lines: [line] });
  const claimedBy = { ben, wes, nobody: undefined }[had];
  const talk = await makeTalk({ line, ...(claimedBy && { claimedBy }), ...(closed && { closed }) });
  if (stopped) await stopByWords(talk);
  const tomorrow = new Date(Date.now() + 86_400_000);
  const parkedId = parked || waiting ? await parkText(talk, "Is it there?", waiting && tomorrow) : "";
  return { company, west: west.id, east: east.id, line, ben, wes, talk, parkedId };
}

/** The same, as what somebody sends twice. */
export const CONVERSATION_ACTIONS: Record<string, Alone<Viewer>> = Object.fromEntries(
  Object.entries(CONVERSATION_ROWS).map(([name, row]) => [
    name,
    {
      ready: async () => {
        const desk = await deskFor(row);
        return { actor: await viewerOf(desk.wes), form: row.form(desk) };
      },
      send: row.send,
    },
  ]),
);
