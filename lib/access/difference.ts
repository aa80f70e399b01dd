import { matrix, type Permission, type Product, productNames } from "./permissions";
import { allPermissions, byProduct, carries, type Held, isUnder, listed, whatWords, whereWords } from "./phrases";

export type Access = {
  roles: readonly Held[];
  products: readonly Product[];
  lines: readonly { id: string; label: string }[];
};

/** A permission in a group and everything under it but the groups `except`, where the other side has it, too. */
type Moved = { permission: Permission; place: Held; except: Held[] };

export type Side = { permissions: Moved[]; words: string[] };

/** What a change of access gives and takes: permissions by place, products, lines. */
export const accessDifference = (before: Access, after: Access): { gained: Side; lost: Side } => ({
  gained: beyond({ more: after, less: before, except: "so far only" }),
  lost: beyond({ more: before, less: after, except: "still" }),
});

type Compared = { more: Access; less: Access; except: string };

/** What one has that the other has not. */
function beyond({ more, less, except }: Compared): Side {
  const permissions = allPermissions.flatMap((permission) => movedOf(permission, more, less));
  const products = more.products.filter((each) => !less.products.includes(each));
  const lines = more.lines.filter(({ id }) => !less.lines.some((line) => line.id === id));
  return {
    permissions,
    words: [
      ...movedWords(permissions, except),
      ...products.map((product) => `Product: ${productNames[product]}`),
      ...lines.map(({ label }) => `Line: ${label}`),
    ],
  };
}

function movedOf(permission: Permission, more: Access, less: Access): Moved[] {
  const held = highest(permission, less);
  return highest(permission, more)
    .filter((place) => !held.some(({ groupId }) => isUnder(place, groupId)))
    .map((place) => ({ permission, place, except: held.filter((each) => isUnder(each, place.groupId)) }));
}

/** The highest groups at which a permission holds: none lies under another, and none is there twice. */
function highest(permission: Permission, { roles, products }: Access): Held[] {
  const { product } = matrix[permission];
  if (product && !products.includes(product)) return [];
  const held = roles.filter((each) => carries(each, permission));
  return held.filter(
    (place, at) =>
      held.findIndex(({ groupId }) => groupId === place.groupId) === at &&
      !held.some(({ groupId }) => groupId !== place.groupId && isUnder(place, groupId)),
  );
}

function movedWords(moved: readonly Moved[], exceptWords: string): string[] {
  const places = new Map<string, Moved[]>();
  for (const each of moved) {
    const where = [each.place, ...each.except].map(({ groupId }) => groupId).join();
    places.set(where, [...(places.get(where) ?? []), each]);
  }
  return [...places.values()].flatMap((there) =>
    byProduct(there.map(({ permission }) => permission)).map((permissions) => {
      const [{ place, except } = { place: undefined, except: [] }] = there;
      const where = place ? whereWords(place) : "";
      const not = except.length > 0 ? ` (${exceptWords} in ${listed(except.map((each) => each.place))})` : "";
      return `${whatWords(permissions)} ${where}${not}`;
    }),
  );
}
