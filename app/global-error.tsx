"use client";

import { SomethingWrong } from "@/components/shell/something-wrong";
import "./globals.css";

/** Stands in for the layout itself, so it brings its own page. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Something went wrong · Lineup</title>
        <SomethingWrong error={error} retry={retry} />
      </body>
    </html>
  );
}
