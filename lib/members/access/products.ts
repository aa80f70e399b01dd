import { members } from "@/db/schema";
import { allProducts, type Product, productNames } from "../../access/permissions";
import type { Viewer } from "../../access/viewer";
import type { Change, Subject, Together } from "../../change";
import { Refused } from "../../errors";
import { among, idsOf } from "../../id-list";

type Person = Subject & { products: readonly Product[] };

/**
 * What each has afterwards is what `wanted` says. Nobody switches on what they don't have; switching off is free. Answers
 * those for whom it is something else than before.
 */
export async function setProducts<P extends Person>(
  c: Change,
  viewer: Viewer,
  people: readonly P[],
  wanted: (person: P) => readonly Product[],
  together?: Together,
): Promise<P[]> {
  const moved = people
    .map((person) => ({ person, before: ordered(person.products), after: ordered(wanted(person)) }))
    .filter(({ before, after }) => before.join() !== after.join());
  const gained = ordered(moved.flatMap(({ before, after }) => after.filter((each) => !before.includes(each))));
  const beyond = gained.filter((product) => !viewer.products.includes(product));
  if (beyond.length > 0)
    throw new Refused(`You can't switch on what you don't have: ${namesOf(beyond)}.`, { field: "products" });
  for (const kind of new Set(moved.map(({ after }) => after.join()))) {
    const alike = moved.filter(({ after }) => after.join() === kind);
    await c.tx
      .update(members)
      .set({ products: alike[0]?.after ?? [] })
      .where(among(members.id, idsOf(alike.map(({ person }) => person))));
  }
  for (const kind of new Set(moved.map(({ before }) => before.join()))) {
    const alike = moved.filter(({ before }) => before.join() === kind);
    c.did({ did: "products", members: idsOf(alike.map(({ person }) => person)), before: alike[0]?.before ?? [] });
  }
  for (const { person, before, after } of moved) {
    const details = { before: { products: namesOf(before) }, after: { products: namesOf(after) } };
    c.record("products.changed", person, details, together);
  }
  return moved.map(({ person }) => person);
}

const ordered = (products: readonly Product[]): Product[] =>
  allProducts.filter((product) => products.includes(product));

const namesOf = (products: readonly Product[]) => products.map((product) => productNames[product]).join(", ") || "None";
