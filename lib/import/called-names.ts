import { otherNames } from "./full-name";
import type { Guess } from "./guess";
import { entries, likeness } from "./lexicon";
import { meanings } from "./meanings";

type Kind = keyof typeof otherNames;
const KINDS: readonly Kind[] = ["firstName", "lastName", "fullName"];

const CALLED = "preferred name|chosen name|preferred or chosen name|known as|goes by|nombre preferido|nome preferido";

/** What somebody goes by, … */
const called: Record<Kind, string> = {
  firstName: `${CALLED}|preferred first name|preferred given name|preferred first|chosen first name|rufname|prenom usuel|prenom d'usage|roepnaam`,
  lastName:
    "nom d'usage|nom usuel|nom marital|nom d'epouse|nom d'epoux|married name|married last name|married surname|preferred last name|preferred surname|preferred family name|current last name|apellido de casada|apellidos de casada|nome de casada|sobrenome de casada|apelido de casada|ehename",
  fullName: `${CALLED}|preferred full name|nome social|nombre social`,
};

/** … and what stands in their passport, or stood there once. */
const formal: Record<Kind, string> = {
  firstName:
    "legal first name|legal first|legal given name|legal forename|prenom etat civil|prenom de naissance|nombre legal|nome civil",
  lastName:
    "nom de naissance|nom de jeune fille|nom patronymique|birth name|birth last name|birth surname|maiden name|maiden surname|geburtsname|madchenname|apellido de soltera|apellidos de soltera|apellido de nacimiento|nome de solteira|sobrenome de solteira|apelido de solteira|nome de nascimento|cognome da nubile|geboortenaam|meisjesnaam|legal last name|legal last|legal surname|legal family name",
  fullName: "legal name|legal full name|full legal name|nombre legal|nom legal|nome civil|nome de registro",
};

const meaning = (lists: Record<Kind, string>, kind: Kind) => {
  const lexicon = { entries: entries({ 1: lists[kind] }), beside: meanings[kind].beside };
  return (column: Guess | null) => column !== null && likeness(column.heading, lexicon) > 0.8;
};
const meaningsOf = (lists: Record<Kind, string>) => ({
  firstName: meaning(lists, "firstName"),
  lastName: meaning(lists, "lastName"),
  fullName: meaning(lists, "fullName"),
});
const isCalled = meaningsOf(called);
const isFormal = meaningsOf(formal);

/** "Preferred Name" stands above first names, and above whole ones. */
export const isCalledWhole = (column: Guess) => column.hasSpaces && isCalled.fullName(column);

/**
 * Of several names what somebody goes by: "Nom d'usage" before "Nom de naissance", "Preferred Name" before "Legal Name"; a mere
 * "First Name" stays theirs. Where a row has none, the other is taken.
 */
export function asCalled(columns: readonly (Guess | null)[], names: readonly [number, Kind][]): [number, string][] {
  const read = new Map(names.map(([at, kind]) => [kind, at]));
  const before = new Map<number, Kind>();
  const now = (kind: Kind) => columns[read.get(kind) ?? -1] ?? null;
  const find = (is: (column: Guess, at: number) => boolean, hasNames: "hasNames" | "hasNamesAlone" = "hasNames") => {
    const taken = new Set(read.values());
    return columns.findIndex((column, at) => !!column && !taken.has(at) && is(column, at) && column[hasNames]);
  };
  const giveUp = (kind: Kind) => {
    const at = read.get(kind);
    if (at !== undefined) before.set(at, kind);
    read.delete(kind);
  };
  const takeInstead = (kind: Kind, at: number) => {
    giveUp(kind);
    read.set(kind, at);
  };

  const last = find(isCalled.lastName);
  if (last !== -1 && read.has("lastName") && !isCalled.lastName(now("lastName"))) takeInstead("lastName", last);
  const whole = find(isCalledWhole);
  const first = find((column) => !column.hasSpaces && isCalled.firstName(column));
  const isFormalWhole = isFormal.fullName(now("fullName"));
  if (whole !== -1 && (isFormalWhole || isFormal.firstName(now("firstName")))) {
    giveUp("firstName");
    giveUp("lastName");
    takeInstead("fullName", whole);
  } else if (first !== -1 && (read.has("firstName") ? isFormal.firstName(now("firstName")) : isFormalWhole)) {
    takeInstead("firstName", first);
  }
  const only =
    read.has("lastName") || read.has("fullName")
      ? -1
      : find((column) => isCalled.lastName(column) || isFormal.lastName(column), "hasNamesAlone");
  if (only !== -1) read.set("lastName", only);

  const others = KINDS.flatMap((kind): [number, string][] => {
    const own = now(kind) ?? now("fullName");
    const at = find(
      (column, at) =>
        (before.get(at) === kind || isFormal[kind](column) || isCalled[kind](column)) &&
        own !== null &&
        column.fillsGapOf(own),
      "hasNamesAlone",
    );
    return at === -1 ? [] : [[at, otherNames[kind].field]];
  });
  return [...Array.from(read, ([kind, at]): [number, string] => [at, kind]), ...others];
}
