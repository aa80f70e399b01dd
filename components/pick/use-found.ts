"use client";

import { useEffect, useState } from "react";
import { askServer, type Found, foundIn } from "./choices";
import type { Given } from "./list-of";

/** As long as somebody types on, nothing is asked. */
const PAUSE = 120;

const nothing: Found = { query: "", choices: [], hasMore: false };

/** What there is for what is typed, and how to have more of it. `isCurrent`: for these very words. */
export function useFound(given: Given, query: string) {
  const { from, isWhole, learn } = given;
  const [, setLearnt] = useState(false);
  const [answered, setAnswered] = useState<Found>();
  const [failed, setFailed] = useState<string>();

  useEffect(() => void learn?.().then(() => setLearnt(true)), [learn]);

  useEffect(() => {
    if (isWhole || !from) return;
    const overtaken = new AbortController();
    const timer = window.setTimeout(
      async () => {
        const found = await askServer(from, query, 0, overtaken.signal);
        if (overtaken.signal.aborted) return;
        if (found) setAnswered({ ...found, query });
        else setFailed(query);
      },
      query === "" ? 0 : PAUSE,
    );
    return () => {
      window.clearTimeout(timer);
      overtaken.abort();
    };
  }, [from, isWhole, query]);

  async function more() {
    if (!from || !answered?.hasMore) return;
    setAnswered({ ...answered, hasMore: false });
    const next = await askServer(from, answered.query, answered.choices.length, new AbortController().signal);
    if (!next) return;
    setAnswered((now) =>
      now?.query === answered.query ? { ...now, ...next, choices: [...answered.choices, ...next.choices] } : now,
    );
  }

  if (isWhole || !from) return { found: foundIn(given, query), isCurrent: true, hasFailed: false, more };
  return { found: answered ?? nothing, isCurrent: answered?.query === query, hasFailed: failed === query, more };
}
