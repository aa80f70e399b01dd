import { ABOUT, typedValues } from "../form-state";
import type { Reason, Untaken } from "../forms/words";

/** What can be kept of a form that could not be taken. */
export function untakenForm(data: FormData, { page, reason }: { page: string; reason: Reason }): Untaken {
  const name = data.get(ABOUT.name);
  const files = [...data.values()].some((value) => typeof value !== "string" && value.size > 0);
  return {
    page,
    form: typeof name === "string" && /^[a-z-]{1,40}$/.test(name) ? name : "",
    values: typedValues(data),
    withFile: files || data.has(ABOUT.file),
    reason,
  };
}
