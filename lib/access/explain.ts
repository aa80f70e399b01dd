import { allProducts, matrix, type Permission, type Product, productNames, roleNames } from "./permissions";
import {
  allPermissions,
  byProduct,
  carries,
  type Held,
  heldWords,
  isUnder,
  listed,
  whatWords,
  whereWords,
} from "./phrases";

type Access = { roles: readonly Held[]; products: readonly Product[] };

/** What holds in a group and everything under it, and in words why. */
type Right = { permissions: Permission[]; groupId: string; words: string };

/**
 * What somebody can do and why, from the highest group down, each permission where it first holds. `off`: what a role
 * would give if its product were switched on. `idle`: roles that give nothing which another does not give from above.
 */
export function explain({ roles, products }: Access) {
  const places = placesOf(roles);
  return {
    rights: places.flatMap((place) => rightsAt(place, { roles, products })),
    off: allProducts.filter((product) => !products.includes(product)).flatMap((product) => offWords(roles, product)),
    idle: roles.filter((held) => addsNothing(held, roles)).map((held) => `${heldWords(held)} adds nothing to that`),
  };
}

/** Each group once, the highest first. */
function placesOf(roles: readonly Held[]): Held[] {
  const first = roles.filter((held, at) => roles.findIndex(({ groupId }) => groupId === held.groupId) === at);
  return first.sort((a, b) => Number(b.atRoot) - Number(a.atRoot) || a.path.length - b.path.length);
}

function rightsAt(place: Held, { roles, products }: Access): Right[] {
  const there = roles.filter(({ groupId }) => groupId === place.groupId);
  const above = roles.filter(({ groupId }) => groupId !== place.groupId && isUnder(place, groupId));
  const reasons = new Map<string, Permission[]>();
  for (const permission of allPermissions) {
    const { product } = matrix[permission];
    const givers = there.filter((held) => carries(held, permission));
    if (givers.length === 0 || (product && !products.includes(product))) continue;
    if (above.some((held) => carries(held, permission))) continue;
    const reason = listed(givers.map(({ role }) => roleNames[role]));
    reasons.set(reason, [...(reasons.get(reason) ?? []), permission]);
  }
  return [...reasons].flatMap(([reason, given]) =>
    byProduct(given).map((permissions) => ({
      permissions,
      groupId: place.groupId,
      words: `${whatWords(permissions)} ${whereWords(place)}: ${reason} ${place.atRoot ? `in ${place.place}` : "there"}`,
    })),
  );
}

function offWords(roles: readonly Held[], product: Product) {
  const permissions = allPermissions.filter(
    (each) => matrix[each].product === product && roles.some((held) => carries(held, each)),
  );
  if (permissions.length === 0) return [];
  return [{ product, permissions, words: `${whatWords(permissions)}: ${productNames[product]} is switched off` }];
}

function addsNothing(held: Held, roles: readonly Held[]): boolean {
  const above = roles.filter(({ groupId }) => groupId !== held.groupId && isUnder(held, groupId));
  const given = allPermissions.filter((permission) => carries(held, permission));
  return given.every((permission) => above.some((each) => carries(each, permission)));
}
