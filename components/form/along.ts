"use client";

import { ABOUT } from "@/lib/form-state";
import { useScripted } from "./scripted";

/** A form of the page that people write in, by its id, and the act's name among those that it is sent along with. */
export type Along = { form: string; act: string };

/**
 * What lets a button of another act send along what is being written, where there is no script: a browser sends one form
 * and forgets the others. See lib/web/act-along.ts.
 */
export function useAlong(along: Along | undefined, fields: Record<string, string>) {
  const scripted = useScripted();
  if (!along || scripted) return undefined;
  return { form: along.form, name: ABOUT.act, value: `${along.act}?${new URLSearchParams(fields)}` };
}
