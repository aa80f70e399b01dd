import { members } from "@/db/schema";
import { allProducts, type Product, productNames } from "../../access/permissions";
import type { Viewer } from "../../access/viewer";
import type { Change } from "../../change";
import { Refused } from "../../errors";
import { among, type Candidate, idsOf, subjectOf } from "./candidates";
import type { Batch, Input } from "./change-many";

/** Switches products on or off; the others stay as each person has them. Nobody switches on what they don't have. */
export async function switchProducts(c: Change, viewer: Viewer, { people, input, batchId }: Batch): Promise<number> {
  const afterOf = switching(viewer, input);
  const moved = people.filter((person) => namesOf(afterOf(person)) !== namesOf(person.products));
  for (const kind of new Set(moved.map((person) => namesOf(afterOf(person))))) {
    const alike = moved.filter((person) => namesOf(afterOf(person)) === kind);
    const products = alike[0] ? afterOf(alike[0]) : [];
    await c.tx
      .update(members)
      .set({ products })
      .where(among(members.id, idsOf(alike)));
  }
  for (const person of moved) {
    const details = { before: { products: namesOf(person.products) }, after: { products: namesOf(afterOf(person)) } };
    c.record("products.changed", subjectOf(person), details, { batchId });
  }
  return moved.length;
}

/** What somebody has afterwards. */
function switching(viewer: Viewer, { products, to }: Input): (person: Candidate) => Product[] {
  if (products.length === 0) throw new Refused("Choose at least one product.", { field: "products" });
  if (to !== "on" && to !== "off") throw new Refused("Choose on or off.", { field: "to" });
  const beyond = products.filter((product) => !viewer.products.includes(product));
  if (to === "on" && beyond.length > 0)
    throw new Refused(`You can't switch on what you don't have: ${namesOf(beyond)}.`, { field: "products" });
  return (person) =>
    allProducts.filter((each) => (products.includes(each) ? to === "on" : person.products.includes(each)));
}

const namesOf = (products: readonly string[]) =>
  allProducts
    .filter((product) => products.includes(product))
    .map((product) => productNames[product])
    .join(", ") || "None";
