"use client";

import type { ReactNode } from "react";
import { Moment } from "@/app/moment";
import type { SaidTime } from "@/lib/text/time-words";

/** One message as its thread says it, in words ready to be drawn. */
export type MessageLine = {
  id: string;
  look: "in" | "out" | "note" | "event";
  /** Of the first of its day. */
  day?: string;
  /** Who, before when. */
  lead: string;
  at: SaidTime;
  body?: string;
  media?: ReactNode;
  /** Where it came here later than to the carrier. */
  shown?: SaidTime;
  /** What became of a text of ours, or when it leaves. */
  state?: string;
  leaves?: SaidTime;
  acts?: ReactNode;
};

/** Drawn on the client's side of React: a server component would send each message twice, as HTML and as markup in the payload. */
export const Messages = ({ lines }: { lines: readonly MessageLine[] }) => (
  <ol className="grid gap-3" aria-label="Messages">
    {lines.map(message)}
  </ol>
);

const message = ({ id, look, day, lead, at, body, media, shown, state, leaves, acts }: MessageLine) => (
  <li key={id} className={`message message-${look}`}>
    {day && <h2 className="mt-2 mb-1 justify-self-center text-small font-semibold text-ink-2">{day}</h2>}
    {body !== undefined && <p className="bubble">{body}</p>}
    {media}
    <p className="text-small text-ink-2">
      {lead}
      {shown ? (
        <>
          Received <Moment said={at} />, shown <Moment said={shown} />
        </>
      ) : (
        <Moment said={at} />
      )}
      {state && (
        <>
          {" · "}
          <span className={state.startsWith("Failed") ? "text-bad" : undefined}>{state}</span>
        </>
      )}
      {leaves && (
        <>
          {" · Goes out "}
          <Moment said={leaves} />
        </>
      )}
    </p>
    {acts}
  </li>
);
