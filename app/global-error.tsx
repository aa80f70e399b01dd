"use client";

import { SomethingWrong } from "@/components/shell/something-wrong";
import type { Wrong } from "@/components/ui/ways-on";
import "./globals.css";

/** Those of the page that it takes the place of: its letters and its theme. */
function looks() {
  if (typeof document === "undefined") return {};
  const { className, dataset } = document.documentElement;
  return { className, "data-theme": dataset.theme };
}

/** Stands in for the layout itself, so it brings its own page. */
export default function GlobalError(wrong: Wrong) {
  return (
    <html lang="en" {...looks()}>
      <body>
        <title>Something went wrong · Lineup</title>
        <SomethingWrong {...wrong} />
      </body>
    </html>
  );
}
