"use client";

import { useRouter } from "next/navigation";
import { type KeyboardEvent, useEffect, useState } from "react";
import type { Place } from "@/lib/go-to/find-places";
import { type Opened, OverPage } from "./over-page";

const PAUSE = 120;

const FAILED = "That did not work. Type it again.";

type Found = { for: string; places: readonly Place[]; hasFailed: boolean };

/** To a person, a group, a number or a page by name. The answers are the server's, within what the person may see. */
export function GoTo({ close }: Opened) {
  const router = useRouter();
  const [search, setSearch] = useState("");
  const [found, setFound] = useState<Found>();
  const [at, setAt] = useState(0);
  const [isMeant, setIsMeant] = useState(false);

  useEffect(() => {
    const overtaken = new AbortController();
    const timer = window.setTimeout(async () => {
      const places = await ask(search, overtaken.signal);
      if (overtaken.signal.aborted) return;
      setFound({ for: search, places: places ?? [], hasFailed: !places });
      setAt(0);
    }, PAUSE);
    return () => {
      window.clearTimeout(timer);
      overtaken.abort();
    };
  }, [search]);

  const shown = found?.places ?? [];

  function go(place: Place | undefined) {
    if (!place) return;
    close();
    router.push(place.href);
  }

  // Who presses Enter sooner than the answer comes means what it will have found, not what stood there before.
  useEffect(() => {
    if (!isMeant || found?.for !== search) return;
    setIsMeant(false);
    go(found.places[0]);
  });

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const count = shown.length;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key];
    if (event.key === "Enter" && found?.for !== search) setIsMeant(true);
    else if (event.key === "Enter") go(shown[at]);
    else if (to !== undefined && count > 0) setAt((to + count) % count);
    else return;
    event.preventDefault();
  }

  return (
    <OverPage title="Go to" close={close}>
      <input
        className="input"
        role="combobox"
        aria-label="Go to"
        aria-expanded={shown.length > 0}
        aria-controls="places"
        aria-autocomplete="list"
        aria-activedescendant={shown.length > 0 ? `place-${at}` : undefined}
        autoComplete="off"
        maxLength={200}
        placeholder="A person, group, number or page"
        value={search}
        onChange={(event) => {
          setSearch(event.target.value);
          setIsMeant(false);
        }}
        onKeyDown={onKeyDown}
      />
      <div id="places" role="listbox" aria-label="Places" className="mt-2 max-h-[50vh] overflow-y-auto">
        {shown.map((place, index) => (
          <div
            key={place.href}
            id={`place-${index}`}
            role="option"
            aria-selected={index === at}
            tabIndex={-1}
            ref={index === at ? intoSight : null}
            className="flex cursor-pointer items-baseline justify-between gap-4 rounded-1 px-3 py-2 hover:bg-off-soft aria-selected:bg-accent-soft"
            onClick={() => go(place)}
            onKeyDown={(event) => event.key === "Enter" && go(place)}
          >
            <span className="overflow-hidden font-medium text-ellipsis whitespace-nowrap">{place.label}</span>
            <span className="min-w-0 overflow-hidden text-small text-ink-2 text-ellipsis whitespace-nowrap">
              {place.note}
            </span>
          </div>
        ))}
      </div>
      <p aria-live="polite" className="mt-2 text-small text-ink-2">
        {found && (found.hasFailed ? FAILED : shown.length === 0 ? "Nothing found." : `${shown.length} found`)}
      </p>
    </OverPage>
  );
}

const intoSight = (option: HTMLElement | null) => option?.scrollIntoView({ block: "nearest" });

/** Nothing where it was overtaken, or the server can't be reached: what was there stays. */
async function ask(search: string, signal: AbortSignal): Promise<readonly Place[] | undefined> {
  try {
    const answer = await fetch(`/go-to?search=${encodeURIComponent(search)}`, { signal });
    return answer.ok ? await answer.json() : undefined;
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}
