import type { Choices } from "@/lib/access/choices";
import type { Access } from "@/lib/access/difference";
import { allProducts, isRole, type Role, userTypes } from "@/lib/access/permissions";
import type { Held } from "@/lib/access/phrases";
import type { Choice } from "@/lib/pick/choice";

/** `isShown`: whether roles, products and lines are in the form at all. */
export type Chosen = Choices & { userType: string; defaultNumber: string; isShown: boolean };

/** What the page was loaded with, and the words for what may be chosen. */
export type Before = Access & {
  userType: string | null;
  rootGroupId: string;
  groups: readonly Choice[];
  /** Lines that the viewer has no say in: they stay, unasked. */
  fixedLines: readonly string[];
  /** Lines that may be given: by a tick where there is one, or by making one the default number. */
  offered: readonly Option[];
};

type Option = { value: string; label: string };

/** What a form holds, asked field by field: of a FormData, or of what was typed when it was refused. */
export function chosenIn(all: (name: string) => readonly string[]): Chosen {
  const first = (name: string) => all(name)[0] ?? "";
  return {
    role: all("role"),
    newRole: first("newRole"),
    newGroup: first("newGroup"),
    products: all("products"),
    lines: all("lines"),
    newLine: first("newLine"),
    userType: first("userType"),
    defaultNumber: first("defaultNumber"),
    isShown: first("productsShown") !== "",
  };
}

/** The access that saving these choices would leave; the same order as the verb's: taken, given, then the user type. */
export function accessAfter(before: Before, all: Chosen): Access {
  const chosen = all.isShown ? all : { ...all, ...heldIn(before) };
  const kept = before.roles.filter(({ role, groupId }) => chosen.role.includes(`${role}:${groupId}`));
  const more = isRole(chosen.newRole) ? [heldAt(before, chosen.newRole, chosen.newGroup)] : [];
  const stay = before.lines.filter(({ id }) => chosen.lines.includes(id) || before.fixedLines.includes(id));
  const given = [...chosen.lines, chosen.newLine, chosen.defaultNumber];
  const isNew = ({ value }: Option) => given.includes(value) && !before.lines.some(({ id }) => id === value);
  const added = before.offered.filter(isNew).map(({ value, label }) => ({ id: value, label }));
  return {
    roles: withUserType(before, chosen, [...kept, ...more]),
    products: allProducts.filter((product) => chosen.products.includes(product)),
    lines: [...stay, ...added],
  };
}

/** The choices of who changes nothing. */
export const heldIn = ({ roles, products, lines }: Before): Choices => ({
  role: roles.map(({ role, groupId }) => `${role}:${groupId}`),
  newRole: "",
  newGroup: "",
  products,
  lines: lines.map(({ id }) => id),
  newLine: "",
});

function withUserType(before: Before, { userType }: Chosen, roles: Held[]): Held[] {
  if (!userType || !isRole(userType) || userType === before.userType) return roles;
  const others = roles.filter(({ role, atRoot }) => !(atRoot && isUserType(role)));
  return [...others, heldAt(before, userType, before.rootGroupId)];
}

const isUserType = (role: string) => userTypes.some(({ value }) => value === role);

/** From the highest group that the page knows down to the one where the role is held. */
function heldAt({ groups, rootGroupId }: Before, role: Role, groupId: string): Held {
  const atRoot = groupId === rootGroupId;
  const find = (id: string | null | undefined) => groups.find(({ value }) => value === id);
  const chosen = find(groupId);
  if (chosen?.path) return { role, groupId, path: chosen.path, place: placeOf(chosen), atRoot };
  const path: Choice[] = [];
  for (let group = chosen; group; group = find(group.parent)) path.unshift(group);
  const named = path.filter(({ value }) => atRoot || value !== rootGroupId);
  const ids = path.length > 0 ? path.map(({ value }) => value) : [groupId];
  return { role, groupId, path: ids, place: named.map(({ label }) => label.trim()).join(" ▸ "), atRoot };
}

const placeOf = ({ note, label }: Choice) => (note ? `${note} ▸ ${label}` : label);
