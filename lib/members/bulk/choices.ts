import { z } from "zod";
import { isRole, type Product } from "../../access/permissions";
import type { Viewer } from "../../access/viewer";
import type { Change } from "../../change";
import { releaseUnanswerable } from "../../conversations/release";
import { NotFound, Refused, refusedFields } from "../../errors";
import { groupToGive } from "../../groups/managed-group";
import { idsOf } from "../../id-list";
import { giveLineTo, takeLineFrom } from "../../numbers/lines";
import { managedNumber } from "../../numbers/managed-number";
import { keepAnAdmin } from "../access/keep-an-admin";
import { setProducts } from "../access/products";
import { giveRole, keepARole, takeRole, withAnotherRole } from "../access/roles";
import type { Batch, Input } from "./batch";

/** The same role at the same group; whoever holds it already is left as they are. */
export async function giveChosenRole(c: Change, viewer: Viewer, { people, input, together }: Batch): Promise<number> {
  return (await giveRole(c, viewer, people, await chosenRole(c, viewer, input), together)).length;
}

/** Whoever doesn't hold it there, or would be left without any role, is left as they are. */
export async function takeChosenRole(c: Change, viewer: Viewer, { people, input, together }: Batch): Promise<number> {
  const at = await chosenRole(c, viewer, input);
  const taken = await takeRole(c, await withAnotherRole(c, people, at), at, together);
  await keepARole(c, taken);
  await keepAnAdmin(c, viewer.accountId);
  await releaseUnanswerable(c, { memberIds: idsOf(taken) });
  return taken.length;
}

/** Products go on or off; the others stay as each person has them. */
export async function switchProducts(c: Change, viewer: Viewer, { people, input, together }: Batch): Promise<number> {
  const { products, to } = input;
  if (products.length === 0) throw new Refused("Choose at least one product.", { field: "products" });
  if (to !== "on" && to !== "off") throw new Refused("Choose on or off.", { field: "to" });
  const wanted = (person: { products: Product[] }) => [
    ...person.products.filter((product) => !products.includes(product)),
    ...(to === "on" ? products : []),
  ];
  const moved = await setProducts(c, viewer, people, wanted, together);
  if (to === "off") await releaseUnanswerable(c, { memberIds: idsOf(moved) });
  return moved.length;
}

/** From now on one of their lines; who has it already is left as they are. */
export async function giveChosenLine(c: Change, viewer: Viewer, { people, input, together }: Batch): Promise<number> {
  const number = await chosenLine(c, viewer, input);
  if (number.disabledAt) throw new Refused("This number is disabled. Make it Active first.", { field: "line" });
  return (await giveLineTo(c, people, number, together)).length;
}

/** Who doesn't have it is left as they are. */
export const takeChosenLine = async (c: Change, viewer: Viewer, { people, input, together }: Batch): Promise<number> =>
  (await takeLineFrom(c, people, await chosenLine(c, viewer, input), together)).length;

async function chosenLine(c: Change, viewer: Viewer, { line }: Pick<Input, "line">) {
  const id = z.uuid().safeParse(line).data;
  if (!id) throw new Refused("Choose a line.", { field: "line" });
  return managedNumber(c, viewer, id);
}

/** The role and the group that were chosen; the group stays where it is until the change is done. */
async function chosenRole(c: Change, viewer: Viewer, { role, group }: Pick<Input, "role" | "group">) {
  const known = role && isRole(role) ? role : undefined;
  const wrong = refusedFields({ role: !known && "Choose a role.", group: !group && "Choose a group." });
  if (wrong || !known || !group) throw wrong ?? new NotFound();
  return { role: known, group: await groupToGive(c, viewer, group) };
}
