import { SelectField } from "@/components/form/fields/select-field";
import { type Alphabet, alphabets } from "@/lib/import/alphabet";

const options = Object.entries(alphabets).map(([value, label]) => ({ value, label }));
const MOST = 5;

/** An old file says nothing of its letters: some names, to see whether they are right, and other alphabets. */
export function AlphabetChoice({ alphabet, names: all }: { alphabet: Alphabet; names: readonly string[] }) {
  const names = all.filter((name) => /[^\p{ASCII}]/u.test(name));
  return (
    <div className="notice notice-wait grid gap-2.5 [&>.field]:max-w-80">
      <p>
        <strong>Check the names: this file does not say which alphabet it is in.</strong>{" "}
        {names.length > 0 && `It is read like this: ${names.slice(0, MOST).join(", ")}.`}
      </p>
      <SelectField name="alphabet" label="Alphabet" options={options} defaultValue={alphabet} />
    </div>
  );
}
