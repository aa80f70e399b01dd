"use client";

import { Gate } from "@/components/ui/gate";
import { eventId, WaysOn, WORDS, type Wrong } from "@/components/ui/ways-on";
import "./globals.css";

/** Those of the page that it takes the place of: its letters and its theme. */
function looks() {
  if (typeof document === "undefined") return {};
  const { className, dataset } = document.documentElement;
  return { className, "data-theme": dataset.theme };
}

/** For what nobody expected outside of the portal: bland words, and its id. Stands in for the layout itself, so it brings its own page. */
export default function GlobalError(wrong: Wrong) {
  const id = eventId(wrong);
  return (
    <html lang="en" {...looks()}>
      <body>
        <title>Something went wrong · Lineup</title>
        <Gate {...WORDS} footer={id && <span>Event id {id}</span>}>
          <div className="gate-body">
            <WaysOn retry={wrong.retry} />
          </div>
        </Gate>
      </body>
    </html>
  );
}
