/** Why a form could not be taken; "along": it was only sent along by the button of another act; "gone": so is its page. */
export type Reason = "logged-out" | "updated" | "other-person" | "along" | "gone";

/** What is known of a form that could not be taken. `form` is empty for a button: nothing was typed. */
export type Untaken = {
  page: string;
  form: string;
  values: Record<string, string | string[]>;
  /** A file was chosen, too: no browser gives one back. */
  withFile: boolean;
  reason: Reason;
  /** Why it was refused, where that could not be said at once. */
  message?: string | undefined;
  errors?: Record<string, string> | undefined;
};

/** What was kept of it: the values are missing where they were more than is kept. */
export type KeptForm = Omit<Untaken, "page" | "values"> & { values: Untaken["values"] | null };

const SAYS = {
  "logged-out": "You were logged out before this was saved.",
  "other-person": "Somebody else was logged in here when you sent this. It was not saved.",
  updated: "Lineup was updated.",
  along: "This is not saved yet.",
  gone: "What you had written was not sent:",
};

const AGAIN: Partial<Record<Reason, string>> = {
  "logged-out": "Look it over and send it again.",
  "other-person": "Look it over and send it again.",
  updated: "Send it again.",
  along: "What you typed is still here.",
};

/** Of a button, with which nothing was typed. */
const ACTS: Partial<Record<Reason, string>> = {
  "logged-out": "You were logged out before this was done. If you still want it, press it again.",
  "other-person": "Somebody else was logged in here when you pressed it. Nothing was done.",
  updated: "Lineup was updated. Send it again.",
};

/** A text or a note: where its page is gone there is no field for it any more. */
export const writtenIn = ({ message, note }: Untaken["values"]) => String(message ?? note ?? "");

/** What its person is told when they see it again. */
export function keptWords({ form, values, withFile, reason, message }: KeptForm): string {
  if (message) return message;
  const act = form === "" && ACTS[reason];
  if (act) return act;
  const lost = values === null && "It was too long to be kept.";
  const file = withFile && "Choose the file anew: a browser can't be given it back.";
  return [SAYS[reason], lost, AGAIN[reason], file].filter(Boolean).join(" ");
}
