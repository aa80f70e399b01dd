"use client";

import { PageHeader } from "@/components/shell/page-header";
import { eventId, WaysOn, WORDS, type Wrong } from "@/components/shell/something-wrong";

/** With the navigation around it. */
export default function ErrorPage(wrong: Wrong) {
  const id = eventId(wrong);
  return (
    <>
      <PageHeader title={WORDS.title} subtitle={WORDS.sentence} />
      <WaysOn retry={wrong.retry} />
      {id && <p className="small mt-4">Event id {id}</p>}
    </>
  );
}
