"use client";

import { Gate } from "../ui/gate";
import { eventId, WaysOn, WORDS, type Wrong } from "../ui/ways-on";

/** For what nobody expected: bland words, and its id. Its script is on every page, in case. */
export function SomethingWrong(wrong: Wrong) {
  const id = eventId(wrong);
  return (
    <Gate {...WORDS} footer={id && <span>Event id {id}</span>}>
      <div className="gate-body">
        <WaysOn retry={wrong.retry} />
      </div>
    </Gate>
  );
}
