import type { Choice } from "../pick/choice";

/** So many at a time: all of them at once would hold up who types. */
const FEW = 20;

/** What the browser calls each zone: "Pacific Time". */
const names = new Map<string, string>();

type Zone = Choice & { older: string | undefined };

/** Time zones as a select has them, out of the text of time.ts: "America/Los Angeles (UTC−8)". */
export const zonesIn = (options: string): Zone[] =>
  options.split("\n").map((line) => {
    const [value = "", words = "", older] = line.split("\t");
    return { value, label: words.startsWith("(") ? `${value.replaceAll("_", " ")} ${words}` : words, older };
  });

/** The same to look in: found by region, city, today's or older name, and what people call them. */
export function zonesOf(zones: readonly Zone[]) {
  const older = new Map(zones.map((zone) => [zone.value, zone.older]));
  const choices = zones.map(({ value, label }) => ({ value, label }));
  return {
    choices,
    isWhole: true,
    named: ({ value, label }: Choice, asked: string) => namesOf(label, [older.get(value), names.get(value)], asked),
    learn: () => learn(choices),
  };
}

/** The offset stands in every label: only with a digit does anybody mean it. */
function namesOf(label: string, more: readonly (string | undefined)[], asked: string): string[] {
  const [place = "", offset = ""] = label.split(/ \((.*)\)$/);
  const city = place.slice(place.lastIndexOf("/") + 1);
  return [place, city, ...(/\d/.test(asked) ? [offset] : []), ...more.filter((name) => name !== undefined)];
}

async function learn(choices: readonly Choice[]) {
  const unknown = choices.filter(({ value }) => value !== "" && !names.has(value));
  for (const [at, { value }] of unknown.entries()) {
    names.set(value, spoken(value));
    if (at % FEW === 0) await new Promise((done) => setTimeout(done));
  }
}

/** In summer and in winter by one name, and by its letters: "Pacific Time PST PT". */
function spoken(timeZone: string): string {
  const whole = nameIn(timeZone);
  const name = whole.replace(/ (Standard|Daylight|Summer) /, " ");
  return /^GMT/.test(whole) ? "" : `${name} ${lettersOf(whole)} ${lettersOf(name)}`;
}

const lettersOf = (name: string) => name.replace(/\B\p{L}+|\P{L}/gu, "");

function nameIn(timeZone: string) {
  try {
    const parts = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "long" }).formatToParts();
    return parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
  } catch {
    return ""; // A zone that this browser has not heard of has no name there.
  }
}
