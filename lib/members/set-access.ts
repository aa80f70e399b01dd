import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { members, numbers } from "@/db/schema";
import { type Choices, fingerprint, SHOWN_LIVE } from "../access/choices";
import { allProducts, allRoles, isRole, type Product, productNames } from "../access/permissions";
import { numbersManagedBy } from "../access/scope";
import type { Viewer } from "../access/viewer";
import type { Change } from "../change";
import { Refused } from "../errors";
import * as fields from "../fields";
import { giveLineTo, takeLineFrom } from "../numbers/lines";
import { type ManagedMember, subjectOf } from "./managed";
import { giveRole, takeRole } from "./roles";
import { assignmentsOf } from "./user-type";

/** A role at a group as a box to tick has it: "role:group". */
const RoleKey = z.string().regex(/^[a-z-]{1,40}:[0-9a-f-]{36}$/);

/** What is no box of the form stands for no role; it is as if it had not been sent. */
const RoleKeys = fields
  .many(z.unknown())
  .transform((sent) => sent.flatMap((each) => RoleKey.safeParse(each).data ?? []));
const LineKey = z.uuid("Choose one of your company's numbers.");

/** The access part of a user's form. Only what was shown ticked and came back unticked is taken. */
export const accessFields = {
  role: RoleKeys,
  roleShown: RoleKeys,
  newRole: fields.optional(z.enum(allRoles, { error: "Choose a role." })),
  newGroup: fields.optional(z.uuid("Choose a group.")),
  products: fields.many(z.enum(allProducts, { error: "Choose among the products." })),
  productsShown: z.literal("yes").optional(),
  lines: fields.many(LineKey),
  lineShown: fields.many(LineKey),
  reviewed: z.string().optional(),
};
type Input = z.output<z.ZodObject<typeof accessFields>>;

/** Roles, removals first. Answers whether anything was given or taken; the count of Admins is the caller's. */
export async function setRoles(c: Change, viewer: Viewer, member: ManagedMember, input: Input): Promise<boolean> {
  const subject = subjectOf(member);
  const unticked = input.roleShown.filter((key) => !input.role.includes(key));
  let moved = false;
  for (const { role, groupId } of await assignmentsOf(c, member.id))
    if (isRole(role) && unticked.includes(`${role}:${groupId}`))
      moved = (await takeRole(c, subject, { role, groupId })) || moved;
  const { newRole: role, newGroup: groupId } = input;
  if (!role) return moved;
  if (!groupId) throw new Refused("Choose the group of the new role.", { field: "newGroup" });
  return (await giveRole(c, viewer, subject, { role, groupId })) || moved;
}

/** Nobody switches on what they don't have; switching off is free. */
export async function setProducts(c: Change, viewer: Viewer, member: ManagedMember, input: Input): Promise<boolean> {
  if (!input.productsShown) return false;
  const theirs = c.tx.select({ products: members.products }).from(members).where(eq(members.id, member.id));
  const before = (await c.one(theirs)).products;
  const after = allProducts.filter((product) => input.products.includes(product));
  const beyond = after.filter((product) => !before.includes(product) && !viewer.products.includes(product));
  if (beyond.length > 0)
    throw new Refused(`You can't switch on what you don't have: ${namesOf(beyond)}.`, { field: "products" });
  if (namesOf(before) === namesOf(after)) return false;
  await c.tx.update(members).set({ products: after }).where(eq(members.id, member.id));
  c.record("products.changed", subjectOf(member), {
    before: { products: namesOf(before) },
    after: { products: namesOf(after) },
  });
  return true;
}

const namesOf = (products: readonly string[]) =>
  allProducts
    .filter((product: Product) => products.includes(product))
    .map((product) => productNames[product])
    .join(", ") || "None";

export async function giveLines(c: Change, viewer: Viewer, member: ManagedMember, input: Input): Promise<boolean> {
  let moved = false;
  for (const id of input.lines.filter((line) => !input.lineShown.includes(line)))
    moved = (await giveLineTo(c, viewer, subjectOf(member), id)) || moved;
  if (moved) await moveOn(c, member);
  return moved;
}

/** After the default number is set: is it taken with its line, another line takes its place. */
export async function takeLines(c: Change, viewer: Viewer, member: ManagedMember, input: Input): Promise<boolean> {
  let moved = false;
  for (const id of input.lineShown.filter((line) => !input.lines.includes(line))) {
    const theirs = and(numbersManagedBy(viewer), eq(numbers.id, id));
    await c.one(c.tx.select({ id: numbers.id }).from(numbers).where(theirs).for("share"));
    moved = (await takeLineFrom(c, subjectOf(member), id)) || moved;
  }
  if (moved) await moveOn(c, member);
  return moved;
}

/** Lines are part of what an editor has seen. */
const moveOn = (c: Change, { id }: ManagedMember) =>
  c.tx
    .update(members)
    .set({ revision: sql`${members.revision} + 1` })
    .where(eq(members.id, id));

/** Thrown last, so that all else that is wrong has been said; then nothing is kept. */
export function refuseUnseen(input: Input) {
  const seen = [SHOWN_LIVE, fingerprint(choicesIn(input))];
  if (!seen.includes(input.reviewed ?? ""))
    throw new Refused("Nothing is saved yet. See below what changes, then save again.", { field: "reviewed" });
}

const choicesIn = ({ role, newRole, newGroup, products, lines }: Input): Choices => ({
  role,
  newRole: newRole ?? "",
  newGroup: newGroup ?? "",
  products,
  lines,
});
