"use client";

import { ABOUT } from "@/lib/form-state";
import { useSetting } from "./setting";

type Props = {
  /** Names this submit, so that a doubled one has no double effect. */
  once: string;
  fields?: Record<string, string> | undefined;
  /** Which form of the page it is, and what of it was kept; a button has no name. */
  name?: string;
  kept?: string | undefined;
  /** Whoever is here may send it, whoever the page was made for. */
  ofAnybody?: true;
};

/** What every form sends without showing: its once key, for whom it was made, and the ids it is about. */
export function HiddenFields({ once, fields = {}, name, kept, ofAnybody }: Props) {
  const { owner } = useSetting();
  return (
    <>
      <input type="hidden" name="once" value={once} />
      {owner && !ofAnybody && <input type="hidden" name={ABOUT.owner} value={owner} />}
      {name && <input type="hidden" name={ABOUT.name} value={name} />}
      {kept && <input type="hidden" name={ABOUT.kept} value={kept} />}
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </>
  );
}
