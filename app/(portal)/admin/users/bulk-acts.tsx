"use client";

import { Button, type Variant } from "@/components/ui/button";

type Act = readonly [act: string, verb: string, variant?: Variant];

/** Drawn on the client's side, as the rows are (`people.tsx`). */
export const BulkActs = ({ acts }: { acts: readonly Act[] }) => (
  <>
    {acts.map(([act, verb, variant]) => (
      <Button key={act} type="submit" name="act" value={act} size="small" {...(variant && { variant })}>
        {verb}
      </Button>
    ))}
    <span className="sm:absolute sm:top-1.5 sm:right-3">
      <Button type="reset" variant="quiet" size="small">
        Clear selection
      </Button>
    </span>
  </>
);
