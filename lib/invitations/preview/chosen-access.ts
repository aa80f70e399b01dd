import { rolesToGrant, topGroupsWith } from "../../access/can";
import type { Product, Role } from "../../access/permissions";
import type { Viewer } from "../../access/viewer";
import { NotFound, Refused } from "../../errors";
import type { Grantable } from "../grantable";

type Wanted = { role: Role[]; group: string | null; product: Product[]; line: string[] };

export type Choice = {
  roles: Role[];
  group: { id: string; name: string; path: readonly string[] };
  products: Product[];
  lines: string[];
};

const BEYOND = "You can't give more access than you have.";

/** What the form chose for everybody, if the viewer may give it; a group that they can't reach is not found. */
export function choiceOf(viewer: Viewer, offer: Grantable, { role, group: id, product, line }: Wanted): Choice {
  const group = offer.groups.get(id ?? topGroupsWith(viewer, "users.manage")[0] ?? "");
  if (!group) throw new NotFound();
  const grantable = rolesToGrant(viewer, group.path);
  if (role.some((each) => !grantable.includes(each))) throw new Refused(BEYOND, { field: "role" });
  if (product.some((each) => !offer.products.includes(each))) throw new Refused(BEYOND, { field: "product" });
  const numbers = new Set(offer.numbers.map((number) => number.id));
  if (line.some((each) => !numbers.has(each)))
    throw new Refused("Choose numbers of your company that are in service.", { field: "line" });
  return { roles: [...new Set(role)], group, products: [...new Set(product)], lines: [...new Set(line)] };
}
