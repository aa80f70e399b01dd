"use client";

import type { Offer } from "@/lib/errors";
import type { FormAction } from "@/lib/form-state";
import { Button } from "../ui/button";
import { useAnswer } from "./use-answer";

const ID = "make-way";

/** What a refusal offers instead, where it concerns no field: a button that belongs to the form below. */
export const WayOn = ({ offer }: { offer: Offer | undefined }) =>
  offer?.makesWay && (
    <p className="page-actions">
      <Button type="submit" size="small" form={ID}>
        {offer.label}
      </Button>
    </p>
  );

/** Once a page, outside of all forms, since they can't be nested. It says of nobody whose it is: whoever is here may log out. */
export function WayForm({ action }: { action: FormAction }) {
  const [, submit] = useAnswer(action);
  return <form id={ID} action={submit} hidden />;
}
