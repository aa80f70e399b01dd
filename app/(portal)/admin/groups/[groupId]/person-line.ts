import type { Viewer } from "@/lib/access/viewer";
import type { Group } from "@/lib/groups/get";
import type { peopleOfGroup } from "@/lib/groups/people-of-group";
import { nameOf } from "@/lib/members/guest-privacy";
import { shownAddress } from "@/lib/text/address";
import { roleName } from "../words";

type Found = Awaited<ReturnType<typeof peopleOfGroup>>["rows"][number];
type There = { viewer: Viewer; group: Group; which: "direct" | "inherited" | "below" };

export type PersonLine = ReturnType<typeof personLine>;

/** Somebody and the roles that bring them here, in words; a role given here can be taken here, from anyone but oneself. */
export function personLine(person: Found, { viewer, group, which }: There) {
  const takes = which === "direct" && group.may.assign && person.manages && person.id !== viewer.memberId;
  return {
    id: person.id,
    name: nameOf(person),
    login: person.username ?? shownAddress(person.email),
    manages: person.manages,
    ...(person.status !== "Active" && { status: person.status }),
    held: person.from.map(({ role, groupId, group: place }) => ({
      name: roleName(role),
      ...(which !== "direct" && { groupId, place }),
      ...(takes && { taking: { role, once: crypto.randomUUID() } }),
    })),
  };
}
