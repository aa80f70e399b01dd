import type { Viewer } from "@/lib/access/viewer";
import { accessOptions } from "@/lib/members/access/access-options";
import { getMember, type Member } from "@/lib/members/get";
import { formatNumber, numberLabel } from "@/lib/numbers/format-number";
import type { Choice } from "@/lib/pick/choice";
import { offer } from "@/lib/pick/offer";

export type PanelData = NonNullable<Awaited<ReturnType<typeof panelData>>>;

/** Somebody's access and what may be given; null for anyone whose access the viewer may not change. */
export async function panelData(viewer: Viewer, memberId: string) {
  const member = await getMember(viewer, memberId);
  if (!member || member.isSelf) return null;
  const { id, name, revision, roles, products, lines, defaultNumberId } = member;
  const [{ roles: rolesToGive, group }, numbers] = await Promise.all([
    accessOptions(viewer),
    offer(viewer, { from: "numbers-to-give" }),
  ]);
  const groups = await offer(viewer, { from: "groups-to-give", chosen: roles[0]?.groupId ?? group });
  return {
    member: { id, name, revision, roles, products, lines, defaultNumberId },
    details: detailsOf(member),
    before: beforeOf(member, { groups: groups.choices, numbers: numbers.choices }),
    roles: rolesToGive,
    group,
    groups,
    numbers,
  };
}

/** They go along unchanged: a person is saved as a whole. */
const detailsOf = ({ firstName, lastName, contactNumber, timeZone, email }: Member) => ({
  firstName,
  lastName,
  contactNumber: contactNumber ? formatNumber(contactNumber) : "",
  timeZone,
  email,
});

type Given = { groups: readonly Choice[]; numbers: readonly Choice[] };

const beforeOf = ({ roles, products, lines, userType, rootGroupId }: Member, { groups, numbers }: Given) => ({
  roles,
  products,
  lines: lines.map((line) => ({
    id: line.id,
    label: `${numberLabel(line)}${line.isAlone ? ", which nobody would have then" : ""}`,
  })),
  userType,
  rootGroupId,
  groups: groups.map((choice) => ({ ...choice, parent: choice.parent ?? null })),
  fixedLines: lines.filter(({ managed }) => !managed).map(({ id }) => id),
  offered: [...numbers],
});
