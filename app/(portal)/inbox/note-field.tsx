"use client";

import { type ComponentType, type KeyboardEvent, useRef, useState } from "react";
import { TextArea } from "@/components/form/fields/text-area";
import { foundIn } from "@/components/pick/choices";
import type { Popped } from "@/components/pick/popup";

/** Its script comes with the first @. */
const load = async () => (await import("@/components/pick/popup")).Popup;

type Props = { colleagues: readonly { id: string; name: string }[] };

/** Where the name begins that is being written, and what there is of it. */
type Named = { from: number; query: string };

/** What colleagues alone read. Behind an @ it proposes whose name that may become: mention.ts reads what stands there. */
export function NoteField({ colleagues }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [named, setNamed] = useState<Named>();
  const [leftAt, setLeftAt] = useState<number>();
  const [Popup, setPopup] = useState<ComponentType<Popped>>();
  const given = { choices: colleagues.map(({ id, name }) => ({ value: id, label: name })), isWhole: true };
  const isOpen = named !== undefined && named.from !== leftAt && isWanted(foundIn(given, named.query).choices, named);

  async function look() {
    const now = field.current ? namedIn(field.current) : undefined;
    setNamed(now);
    if (now?.from !== leftAt) setLeftAt(undefined);
    if (!now || Popup) return;
    const Loaded = await load();
    setPopup(() => Loaded);
  }

  function leave(event: KeyboardEvent) {
    if (event.key !== "Escape" || !isOpen) return;
    event.preventDefault();
    setLeftAt(named.from);
  }

  function write({ label }: { label: string }) {
    const { current: area } = field;
    if (!area || !named) return;
    area.setRangeText(`${label} `, named.from, area.selectionStart, "end");
    // Whoever keeps the words, or tells that somebody writes, listens to that.
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }

  return (
    <>
      <TextArea
        ref={field}
        name="note"
        label="Note"
        hint="Only colleagues see it. @ and a name tells them."
        rows={3}
        aria-autocomplete="list"
        onInput={look}
        onSelect={look}
        onKeyDown={leave}
        onBlur={() => setNamed(undefined)}
      />
      {isOpen && Popup && (
        <Popup
          {...{ given, field, query: named.query, value: "", empty: undefined, isStrict: true, isByName: false }}
          wish={undefined}
          setWish={() => {}}
          pick={write}
          close={() => setNamed(undefined)}
        />
      )}
    </>
  );
}

const NAME = /(?<![\p{L}\p{N}_])@(|\p{L}[^\n@]{0,60})$/u;

function namedIn({ value, selectionStart, selectionEnd }: HTMLTextAreaElement): Named | undefined {
  const query = selectionStart === selectionEnd ? NAME.exec(value.slice(0, selectionStart))?.[1] : undefined;
  return query === undefined ? undefined : { from: selectionStart - query.length, query };
}

/** Behind a space Enter is a new line again, as it is where the name is written out. */
const isWanted = (found: readonly { label: string }[], { query }: Named) =>
  found.length > 0 && !query.endsWith(" ") && found[0]?.label.toLowerCase() !== query.toLowerCase();
