import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { numbers } from "@/db/schema";
import { type Choices, fingerprint, SHOWN_LIVE } from "../../access/choices";
import { allProducts, allRoles } from "../../access/permissions";
import { numbersWithin } from "../../access/scope";
import type { Viewer } from "../../access/viewer";
import type { Change } from "../../change";
import { Refused } from "../../errors";
import * as fields from "../../fields";
import { groupToGive } from "../../groups/managed-group";
import { giveLineTo, lineToGive, takeLineFrom } from "../../numbers/lines";
import type { ManagedMember } from "../managed-members";
import { setProducts } from "./products";
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
  newLine: fields.optional(LineKey),
  reviewed: z.string().optional(),
};
type Input = z.output<z.ZodObject<typeof accessFields>>;

/** Roles, removals first. Answers whether anything was given or taken; the count of Admins is the caller's. */
export async function setRoles(c: Change, viewer: Viewer, member: ManagedMember, input: Input): Promise<boolean> {
  const { newRole: role, newGroup } = input;
  // Where one stands in place of another it may be the same.
  const another = `${role}:${newGroup}`;
  const unticked = input.roleShown.filter((key) => key !== another && !input.role.includes(key));
  let moved = false;
  for (const { role, group } of await assignmentsOf(c, member.id))
    if (unticked.includes(`${role}:${group.id}`))
      moved = (await takeRole(c, [member], { role, group })).length > 0 || moved;
  if (!role || input.roleShown.includes(another)) return moved;
  if (!newGroup) throw new Refused("Choose the group of the new role.", { field: "newGroup" });
  const group = await groupToGive(c, viewer, newGroup);
  return (await giveRole(c, viewer, [member], { role, group })).length > 0 || moved;
}

export const switchProducts = async (c: Change, viewer: Viewer, member: ManagedMember, input: Input) =>
  input.productsShown !== undefined && (await setProducts(c, viewer, [member], () => input.products)).length > 0;

export async function giveLines(c: Change, viewer: Viewer, member: ManagedMember, input: Input): Promise<boolean> {
  let moved = false;
  const given = input.newLine ? [...input.lines, input.newLine] : input.lines;
  for (const numberId of given.filter((line) => !input.lineShown.includes(line))) {
    const field = numberId === input.newLine ? "newLine" : "lines";
    const line = await lineToGive(c, viewer, { memberId: member.id, numberId, field });
    moved = (line && (await giveLineTo(c, [member], line)).length > 0) || moved;
  }
  return moved;
}

/** After the default number is set: is it taken with its line, another line takes its place. */
export async function takeLines(c: Change, viewer: Viewer, member: ManagedMember, input: Input): Promise<boolean> {
  let moved = false;
  for (const id of input.lineShown.filter((line) => !input.lines.includes(line))) {
    const theirs = and(numbersWithin(viewer, "numbers.manage"), eq(numbers.id, id));
    const line = await c.one(
      c.tx.select({ id: numbers.id, e164: numbers.e164 }).from(numbers).where(theirs).for("share"),
    );
    moved = (await takeLineFrom(c, [member], line)).length > 0 || moved;
  }
  return moved;
}

/** Thrown last, so that all else that is wrong has been said; then nothing is kept. */
export function refuseUnseen(input: Input) {
  const seen = [SHOWN_LIVE, fingerprint(choicesIn(input))];
  if (!seen.includes(input.reviewed ?? ""))
    throw new Refused("Nothing is saved yet. See below what changes, then save again.", { field: "reviewed" });
}

const choicesIn = ({ role, newRole, newGroup, products, lines, newLine }: Input): Choices => ({
  role,
  newRole: newRole ?? "",
  newGroup: newGroup ?? "",
  products,
  lines,
  newLine: newLine ?? "",
});
