/** What React and Next put into a form for themselves. */
const isOurs = (name: string) => !name.startsWith("$ACTION");

/** A form's fields as an object without prototype: one value as it is, several as an array, files as they are. */
export function formObject(data: FormData): Record<string, unknown> {
  const fields: Record<string, unknown> = Object.create(null);
  for (const name of new Set(data.keys())) {
    if (!isOurs(name)) continue;
    const values = data.getAll(name);
    fields[name] = values.length > 1 ? values : values[0];
  }
  return fields;
}

/** What was typed, to be shown again: text only, never a password, a token or the form's key. */
export function typedValues(data: FormData): Record<string, string | string[]> {
  const typed: Record<string, string | string[]> = {};
  for (const name of new Set(data.keys())) {
    if (!isOurs(name) || /password|token|^once$/i.test(name)) continue;
    const values = data.getAll(name).filter((value) => typeof value === "string");
    const [first] = values;
    if (values.length > 1) typed[name] = values;
    else if (first !== undefined) typed[name] = first;
  }
  return typed;
}
