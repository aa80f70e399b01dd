/** Where a person should be after an answer: at the first field to mend, else at the words. */
export function focusAnswer(form: HTMLElement | null, ok: boolean) {
  const find = (selector: string) => form?.querySelector<HTMLElement>(selector);
  // A refused password comes back empty: it is the next thing to type, and the alert is read aloud anyway.
  const toMend = ok
    ? undefined
    : (find('[aria-invalid="true"]') ?? find("[data-invalid] input") ?? find(".password input"));
  (toMend ?? find(".notice"))?.focus();
}

/** A random UUID; `crypto.randomUUID` is missing on plain http, `getRandomValues` is not. */
export function newOnce() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
