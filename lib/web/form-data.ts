/** All values by name, in one pass: asking the form for each name anew would cost the square of their number. */
function valuesByName(data: FormData): Map<string, FormDataEntryValue[]> {
  const fields = new Map<string, FormDataEntryValue[]>();
  for (const [name, value] of data) {
    if (isOurs(name)) continue;
    const values = fields.get(name);
    if (values) values.push(value);
    else fields.set(name, [value]);
  }
  return fields;
}

/** What React and Next put into a form for themselves, and what it says about itself (see lib/form-state.ts). */
const isOurs = (name: string) => /^\$(ACTION|FORM)/.test(name);

/** A form's fields as an object without prototype: one value as it is, several as an array, files as they are. */
export function formObject(data: FormData): Record<string, unknown> {
  const fields: Record<string, unknown> = Object.create(null);
  for (const [name, values] of valuesByName(data)) fields[name] = values.length > 1 ? values : values[0];
  return fields;
}

/** What was typed, to be shown again: text only, never a password, a token, a code or the form's key. */
export function typedValues(data: FormData): Record<string, string | string[]> {
  const typed = [...valuesByName(data)].flatMap(([name, all]) => {
    if (/password|token|code|^once$/i.test(name)) return [];
    const values = all.filter((value) => typeof value === "string");
    const [first] = values;
    if (first === undefined) return [];
    return [[name, values.length > 1 ? values : first] as const];
  });
  return Object.fromEntries(typed);
}
