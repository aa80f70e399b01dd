"use client";

import { eventId, WaysOn, WORDS, type Wrong } from "@/components/ui/ways-on";

/** With the navigation around it. */
export default function ErrorPage(wrong: Wrong) {
  const id = eventId(wrong);
  return (
    <>
      <header className="page-head">
        <div className="page-title">
          <div>
            <h1>{WORDS.title}</h1>
            <p>{WORDS.sentence}</p>
          </div>
        </div>
      </header>
      <WaysOn retry={wrong.retry} />
      {id && <p className="small mt-4">Event id {id}</p>}
    </>
  );
}
