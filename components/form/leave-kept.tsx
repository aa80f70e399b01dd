"use client";

import { Button, ButtonLink } from "../ui/button";
import { type Kept, useKept } from "./context";
import { HiddenFields } from "./hidden-fields";
import { useSetting } from "./setting";
import { useAnswer } from "./use-answer";

const idOf = ({ id }: Kept) => `drop-${id}`;

/** Beside what says that a form was brought back: without what was typed. */
export const StartEmpty = ({ kept }: { kept: Kept }) => (
  <Button type="submit" size="small" form={idOf(kept)}>
    Start empty
  </Button>
);

/** Leaves a form. What was brought back in it is wanted no more then. */
export function Cancel({ href }: { href: string }) {
  const kept = useKept();
  if (!kept?.id)
    return (
      <ButtonLink href={href} variant="quiet" data-back="">
        Cancel
      </ButtonLink>
    );
  return (
    <Button type="submit" variant="quiet" form={idOf(kept)} name="to" value={href}>
      Cancel
    </Button>
  );
}

/** Beside the form, since forms can't be nested. */
export function DropForm({ kept }: { kept: Kept }) {
  const [, submit] = useAnswer(useSetting().drop);
  return (
    <form id={idOf(kept)} action={submit} hidden>
      <HiddenFields once={kept.id} fields={{ id: kept.id }} />
    </form>
  );
}
