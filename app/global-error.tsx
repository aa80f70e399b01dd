"use client";

import { SomethingWrong } from "@/components/shell/something-wrong";
import type { Wrong } from "@/components/ui/ways-on";
import "./globals.css";

/** Stands in for the layout itself, so it brings its own page. */
export default function GlobalError(wrong: Wrong) {
  return (
    <html lang="en">
      <body>
        <title>Something went wrong · Lineup</title>
        <SomethingWrong {...wrong} />
      </body>
    </html>
  );
}
