import { valuesByName } from "../form-state";

/** A form's fields as an object without prototype: one value as it is, several as an array, files as they are. */
export function formObject(data: FormData): Record<string, unknown> {
  const fields: Record<string, unknown> = Object.create(null);
  for (const [name, values] of valuesByName(data)) fields[name] = values.length > 1 ? values : values[0];
  return fields;
}
