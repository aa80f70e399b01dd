"use client";

import { Button, ButtonLink } from "../ui/button";
import { Gate } from "../ui/gate";

export type Wrong = { error: unknown; retry: () => void };

/** By which the log has the rest. */
export const eventId = ({ error }: Pick<Wrong, "error">) =>
  typeof error === "object" && error !== null && "digest" in error ? String(error.digest) : undefined;

export const WORDS = {
  title: "Something went wrong",
  sentence: "The fault is ours, and it has been noted. What you saved before is safe.",
};

/** For what nobody expected: bland words, and its id. Its script is on every page, in case. */
export function SomethingWrong(wrong: Wrong) {
  const id = eventId(wrong);
  return (
    <Gate {...WORDS} footer={id && <span>Event id {id}</span>}>
      <div className="gate-body">
        <WaysOn retry={wrong.retry} />
      </div>
    </Gate>
  );
}

export const WaysOn = ({ retry }: Pick<Wrong, "retry">) => (
  <div className="page-actions">
    <Button variant="primary" onClick={retry}>
      Try again
    </Button>
    <ButtonLink href="/">Back to the portal</ButtonLink>
  </div>
);
