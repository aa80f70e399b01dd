"use client";

import { ABOUT } from "@/lib/form-state";
import { wasOf } from "@/lib/form-was";
import { type Along, useAlong } from "./along";
import type { Values } from "./context";
import { useScripted } from "./scripted";

/**
 * Enter in a field presses the first button of its form on the page: before those of other acts this one, unseen. It says
 * so, since the field may be another act's.
 */
export function EnterSends({ form }: { form: string }) {
  const scripted = useScripted();
  return <button type="submit" form={form} hidden tabIndex={-1} {...(!scripted && { name: ABOUT.act, value: "" })} />;
}

/** The same of a form with fields of its own: what they need to know, and what it sends unseen. */
export function useSentAlong(along: Along | undefined, fields: Record<string, string>, values: Values) {
  const press = useAlong(along, {});
  if (!along || !press) return {};
  const unseen = `${along.act}?${new URLSearchParams({ ...fields, [ABOUT.was]: wasOf(values) })}`;
  return {
    sent: { ...along, press },
    beside: <input type="hidden" form={along.form} name={ABOUT.beside} value={unseen} />,
  };
}

/** In a form that others are sent with: what it held before anybody typed, for the case of Enter. */
export function Together({ form, values }: { form: string; values: Values }) {
  const scripted = useScripted();
  return (
    <>
      {!scripted && <input type="hidden" name={ABOUT.was} value={wasOf(values)} />}
      <EnterSends form={form} />
    </>
  );
}
