/** "1 contact", "12 contacts". */
export const peopleWords = (count: number) => `${count} contact${count === 1 ? "" : "s"}`;

const KINDS = {
  in: "Agreed to get texts",
  out: "Opted out",
  maybe: "Seems to want no texts",
  cleared: "Did not mean to opt out",
};

type Said = { kind: keyof typeof KINDS; source: string; by: string | null };

/** "Opted out, by text"; "Opted out, by hand: Ana Silva". */
export const consentWords = ({ kind, source, by }: Said) =>
  `${KINDS[kind]}, ${source === "text" ? "by text" : source}${by ? `: ${by}` : ""}`;
