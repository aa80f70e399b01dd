/** Where a person should be after an answer: at the first field to mend, else at the words. */
export function focusAnswer(form: HTMLElement | null) {
  const target =
    form?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid]') ??
    form?.querySelector<HTMLElement>(".notice");
  const inside = target?.querySelector<HTMLElement>("input:checked, input");
  (inside ?? target)?.focus();
}

/** A random UUID; `crypto.randomUUID` is missing on plain http, `getRandomValues` is not. */
export function newOnce() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
