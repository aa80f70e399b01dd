/** What stands between two numbers in one cell. */
const BETWEEN = / ::: |[;|\n]| \/ |, | (?:or|and|&|o|y|ou|et|oder|und|e) /i;

/** In one cell; a file may be full of semicolons. */
const MOST_NUMBERS = 20;

const MOBILE = "cell(?:ular)?|mobile|mob|cel|celular|m[oó]vil|handy|gsm|portable|c|m";
const OTHER = "home|work|office|phone|tel|ph|h|w|o|casa|trabajo|privat|domicile|bureau";

const label = (words: string) => ({
  before: new RegExp(`^\\(?(?:${words})\\)?[.:]? *(?=[+(]?\\d)`, "i"),
  behind: new RegExp(`(?<=\\d) ?(?:\\((?:${words})\\)|[ -](?:${words}))\\.?$`, "i"),
});
const [mobile, other] = [label(MOBILE), label(OTHER)];

/** Without what says whose telephone it is, at home or in a pocket; a fax is none. */
function bare(part: string): { number: string; isMobile: boolean } {
  const text = part.trim();
  const number = text.replace(mobile.before, "").replace(mobile.behind, "");
  if (number !== text) return { number, isMobile: true };
  return { number: text.replace(other.before, "").replace(other.behind, ""), isMobile: false };
}

/** The cell as it stands, then each of the numbers in it: "415-555-0130 (home) or 415-555-0131 (cell)", the one in a pocket first. */
export function numbersInCell(cell: string): string[] {
  const parts = cell.split(BETWEEN, MOST_NUMBERS).map(bare);
  const [pocket, others] = [parts.filter(({ isMobile }) => isMobile), parts.filter(({ isMobile }) => !isMobile)];
  return [cell, ...[...pocket, ...others].map(({ number }) => number)];
}
