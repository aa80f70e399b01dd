"use client";

export type Wrong = { error: unknown; retry: () => void };

/** By which the log has the rest. */
export const eventId = ({ error }: Pick<Wrong, "error">) =>
  typeof error === "object" && error !== null && "digest" in error ? String(error.digest) : undefined;

export const WORDS = {
  title: "Something went wrong",
  sentence: "The fault is ours, and it has been noted. What you saved before is safe.",
};

/** Plain elements: what every page loads in case brings no more than it needs. */
export const WaysOn = ({ retry }: Pick<Wrong, "retry">) => (
  <div className="page-actions">
    <button type="button" className="btn btn-primary" onClick={retry}>
      Try again
    </button>
    <a className="btn" href="/">
      Back to the portal
    </a>
  </div>
);
