"use client";

import { Button, ButtonLink } from "../ui/button";
import { PageHeader } from "./page-header";
import { SignedOut } from "./signed-out";

type Props = { error: unknown; retry: () => void };

const eventId = (error: unknown) =>
  typeof error === "object" && error !== null && "digest" in error ? String(error.digest) : undefined;

const TITLE = "Something went wrong";
const SENTENCE = "The fault is ours, and it has been noted. What you saved before is safe.";

/** For what nobody expected: bland words, and the id under which the log has the rest. */
export function SomethingWrong({ error, retry }: Props) {
  const id = eventId(error);
  return (
    <SignedOut title={TITLE} sentence={SENTENCE} footer={id && <span>Event id {id}</span>}>
      <WaysOn retry={retry} />
    </SignedOut>
  );
}

/** The same where the navigation stands around it. */
export function SomethingWrongHere({ error, retry }: Props) {
  const id = eventId(error);
  return (
    <>
      <PageHeader title={TITLE} subtitle={SENTENCE} />
      <WaysOn retry={retry} />
      {id && <p className="small mt-4">Event id {id}</p>}
    </>
  );
}

const WaysOn = ({ retry }: Pick<Props, "retry">) => (
  <div className="page-actions">
    <Button variant="primary" onClick={retry}>
      Try again
    </Button>
    <ButtonLink href="/">Back to the portal</ButtonLink>
  </div>
);
