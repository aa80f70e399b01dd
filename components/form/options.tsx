export type Option = { value: string; label: string };
export type OptionGroup = { label: string; options: readonly Option[] };

const option = ({ value, label }: Option) => (
  <option key={value} value={value}>
    {label}
  </option>
);

export function Options({ options }: { options: readonly (Option | OptionGroup)[] }) {
  return options.map((entry) => {
    if (!("options" in entry)) return option(entry);
    return (
      <optgroup key={entry.label} label={entry.label}>
        {entry.options.map(option)}
      </optgroup>
    );
  });
}
