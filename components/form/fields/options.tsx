import { type ComponentProps, memo } from "react";

export type Option = { value: string; label: string };
export type OptionGroup = { label: string; options: readonly Option[] };

const option = ({ value, label }: Option) => (
  <option key={value} value={value}>
    {label}
  </option>
);

const line = (text: string) => {
  const [value = "", label = ""] = text.split("\t");
  return option({ value, label });
};

/** Hundreds are cheaper sent as one text: a line each, the value, a tab, the label. */
export type Choices = readonly (Option | OptionGroup)[] | string;

/** Drawn anew only where they are others: there may be hundreds. */
export const Options = memo(function Options({ options }: { options: Choices }) {
  if (typeof options === "string") return options.split("\n").map(line);
  return options.map((entry) => {
    if (!("options" in entry)) return option(entry);
    return (
      <optgroup key={entry.label} label={entry.label}>
        {entry.options.map(option)}
      </optgroup>
    );
  });
});

type Props = ComponentProps<"select"> & {
  options: Choices;
  /** The words of the empty choice. */
  empty?: string | undefined;
  /** How it stands among others. */
  room?: string;
};

/** The browser's own list. React does not set its value twice: where another may come, it needs a key of its own. */
export const Select = ({ options, empty, room = "", ...select }: Props) => (
  <span className={`select ${room}`}>
    <select {...select} className="input">
      {empty !== undefined && <option value="">{empty}</option>}
      <Options options={options} />
    </select>
  </span>
);
