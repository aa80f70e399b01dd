"use client";

import { useContext, useEffect, useRef, useState } from "react";
import { FormContext } from "@/components/form/context";
import { useScripted } from "@/components/form/scripted";
import { MarkedList } from "@/components/ui/marked-list";
import { Notice } from "@/components/ui/notice";
import { fingerprint, SHOWN_LIVE } from "@/lib/access/choices";
import { accessDifference } from "@/lib/access/difference";
import type { FormState } from "@/lib/form-state";
import type { Choice } from "@/lib/pick/choice";
import { accessAfter, type Before, type Chosen, chosenIn } from "./chosen";

/**
 * What saving would give and take, beside the button that saves. With a script as the choices are made; without one the
 * first Save is answered with it, and what was shown is sent along with the second.
 */
export function WhatChanges({ before }: { before: Before }) {
  const { state } = useContext(FormContext);
  const [live, setLive] = useState<Chosen>();
  const [picked, setPicked] = useState<readonly Choice[]>([]);
  const scripted = useScripted();
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const form = box.current?.closest("form");
    function read() {
      // While it is being sent the fields are off, and would look unticked.
      if (!form || box.current?.closest("fieldset:disabled")) return;
      const data = new FormData(form);
      setPicked(pickedIn(form));
      setLive(chosenIn((name) => data.getAll(name).filter((value) => typeof value === "string")));
    }
    read();
    form?.addEventListener("change", read);
    return () => form?.removeEventListener("change", read);
  }, []);

  const chosen = live ?? typedIn(state);
  return (
    <div ref={box} className="[&>.notice]:mb-3" role="status">
      <input type="hidden" name="reviewed" value={scripted ? SHOWN_LIVE : chosen ? fingerprint(chosen) : ""} readOnly />
      {state.errors.reviewed && !scripted && <Notice tone="wait">{state.errors.reviewed}</Notice>}
      {chosen && <Difference before={knowing(before, [...picked, ...foundIn(state)])} chosen={chosen} />}
    </div>
  );
}

/** What was picked of more than the page lists. */
const pickedIn = (form: HTMLFormElement) =>
  [...form.querySelectorAll<HTMLInputElement>("input[data-choice]")]
    .map(({ dataset }) => JSON.parse(dataset.choice ?? "") as Choice)
    .filter(({ value }) => value !== "");

const foundIn = ({ picks = {} }: FormState) => Object.values(picks).flatMap(({ choices }) => choices);

const knowing = (before: Before, more: readonly Choice[]): Before => ({
  ...before,
  groups: [...before.groups, ...more.filter(({ path }) => path)],
  offered: [
    ...before.offered,
    ...more.filter(({ path, value }) => !path && !before.offered.some((one) => one.value === value)),
  ],
});

function typedIn({ attempt, ok, values }: FormState): Chosen | undefined {
  if (attempt === 0 || ok) return undefined;
  return chosenIn((name) => [values[name] ?? []].flat());
}

/** So much is read at a glance. */
const FEW = 6;

function Difference({ before, chosen }: { before: Before; chosen: Chosen }) {
  const after = accessAfter(before, chosen);
  const { gained, lost } = accessDifference(before, after);
  const many = gained.words.length + lost.words.length;
  const isSame = many === 0;
  if (isSame && sameRoles(before, after)) return null;
  return (
    <section
      className="card mb-5 grid gap-x-8 gap-y-3 border-accent p-4 sm:grid-cols-2 [&>:is(:not(div),div:only-of-type)]:col-span-full"
      aria-label="What changes"
      data-few={many <= FEW || undefined}
    >
      <h3>What changes</h3>
      {isSame && <p>Nothing that they can do: another role gives the same.</p>}
      <Side title="Gained" mark="gained" words={gained.words} />
      <Side title="Lost" mark="lost" words={lost.words} />
    </section>
  );
}

function sameRoles(before: Before, after: { roles: Before["roles"] }): boolean {
  const keys = ({ roles }: { roles: Before["roles"] }) =>
    [...new Set(roles.map(({ role, groupId }) => `${role}:${groupId}`))].sort().join();
  return keys(before) === keys(after);
}

type SideProps = { title: string; mark: "gained" | "lost"; words: readonly string[] };

function Side({ title, mark, words }: SideProps) {
  if (words.length === 0) return null;
  return (
    <div>
      <h4 className="mb-1 font-medium">{title}</h4>
      <MarkedList mark={mark} lines={words} />
    </div>
  );
}
