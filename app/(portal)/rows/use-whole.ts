import { useEffect, useState } from "react";

/**
 * How many fit what is asked for, in figures: known with the page, or counted by the server once somebody chooses. `here`:
 * whom the list shows, so that it is counted anew with them.
 */
export function useWhole({ whole, counts, asked, here, isWanted }: Whole): string | null {
  const [counted, setCounted] = useState({ asked: "", count: "" });

  useEffect(() => {
    if (whole !== null || !isWanted || here === "") return;
    const overtaken = new AbortController();
    void countOf(counts + asked, overtaken.signal).then((count) => count && setCounted({ asked, count }));
    return () => overtaken.abort();
  }, [whole, counts, asked, here, isWanted]);

  return whole ?? (counted.asked === asked ? counted.count : null);
}

type Whole = { whole: string | null; counts: string; asked: string; here: string; isWanted: boolean };

/** Nothing where it was overtaken, or the server can't be reached: then all that match are meant, however many. */
async function countOf(address: string, signal: AbortSignal): Promise<string | undefined> {
  try {
    const answer = await fetch(address, { signal });
    return answer.ok ? await answer.json() : undefined;
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}
