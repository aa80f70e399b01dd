"use client";

import type { Remedy } from "@/lib/errors";
import type { FormAction } from "@/lib/form-state";
import { Button } from "../ui/button";
import { HiddenFields } from "./hidden-fields";
import { useAnswer } from "./use-answer";

const ID = "make-way";

/** What a refusal offers instead, where it concerns no field: a button that belongs to the form below. */
export const MakeWay = ({ offer }: { offer: Remedy | undefined }) =>
  offer?.makesWay && (
    <p className="page-actions">
      <Button type="submit" size="small" form={ID}>
        {offer.label}
      </Button>
    </p>
  );

/** Once a page, outside of all forms, since they can't be nested. Whoever is here may log out. */
export function MakeWayForm({ action, once }: { action: FormAction; once: string }) {
  const [, submit] = useAnswer(action);
  return (
    <form id={ID} action={submit} hidden>
      <HiddenFields once={once} ofAnybody />
    </form>
  );
}
