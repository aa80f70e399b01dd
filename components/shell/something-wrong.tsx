"use client";

import { Button, ButtonLink } from "../ui/button";
import { SignedOut } from "./signed-out";

const eventId = (error: unknown) =>
  typeof error === "object" && error !== null && "digest" in error ? String(error.digest) : undefined;

/** For what nobody expected: bland words, and the id under which the log has the rest. */
export function SomethingWrong({ error, retry }: { error: unknown; retry: () => void }) {
  const id = eventId(error);
  return (
    <SignedOut
      title="Something went wrong"
      sentence="The fault is ours, and it has been noted. What you saved before is safe."
      footer={id && <span>Event id {id}</span>}
    >
      <div className="page-actions">
        <Button variant="primary" onClick={retry}>
          Try again
        </Button>
        <ButtonLink href="/">Back to the portal</ButtonLink>
      </div>
    </SignedOut>
  );
}
