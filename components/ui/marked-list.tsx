const LINE = "pl-5 -indent-5 wrap-anywhere before:inline-block before:w-5 before:indent-0 not-first:mt-1.5";

/** What stands before each line, for the eye alone. */
const MARKS = {
  gained: 'before:font-semibold before:text-good before:content-["+"/""]',
  lost: 'before:font-semibold before:text-bad before:content-["−"/""]',
  told: 'before:text-ink-3 before:content-["·"/""] before:indent-1.5',
};

type MarkedListProps = { mark: keyof typeof MARKS; lines: readonly string[] };

/** Sentences one under the other, each with its mark. */
export const MarkedList = ({ mark, lines }: MarkedListProps) => (
  <ul>
    {lines.map((line) => (
      <li key={line} className={`${LINE} ${MARKS[mark]}`}>
        {line}
      </li>
    ))}
  </ul>
);
