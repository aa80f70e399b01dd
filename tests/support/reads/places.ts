import { inArray } from "drizzle-orm";
import { linePace, numbers } from "@/db/schema";
import { writeDb } from "@/db/write";
import type { Viewer } from "@/lib/access/viewer";
import { findPlaces } from "@/lib/go-to/find-places";
import { findGroups } from "@/lib/groups/find";
import { getGroup } from "@/lib/groups/get";
import { groupsQuery } from "@/lib/groups/groups-query";
import { listGroups } from "@/lib/groups/list";
import { GroupPeoplePage, peopleOfGroup } from "@/lib/groups/people-of-group";
import { trailsOf } from "@/lib/groups/trail";
import { PeoplePage } from "@/lib/members/list/people-by-name";
import { numberAtCarrier, numbersInTrouble } from "@/lib/numbers/carrier/at-carrier";
import { listStrays } from "@/lib/numbers/carrier/strays";
import { getNumber } from "@/lib/numbers/get";
import { listNumbers } from "@/lib/numbers/list";
import { numbersOfGroup } from "@/lib/numbers/numbers-of-group";
import { numbersQuery } from "@/lib/numbers/numbers-query";
import { numberOptions } from "@/lib/numbers/options";
import { peopleOnLine } from "@/lib/numbers/people-on-line";
import { getFigures } from "@/lib/overview/figures";
import { getFirstDays } from "@/lib/overview/first-days";
import { loginsByDay } from "@/lib/overview/logins-by-day";
import { getNotices } from "@/lib/overview/notices";
import { isFrom } from "@/lib/pick/choice";
import { findChoices, PickWish } from "@/lib/pick/find-choices";
import { findOrKeep, offer } from "@/lib/pick/offer";
import { sources } from "@/lib/pick/sources";
import { type About, all, type Read } from "./read";

const kinds = ["direct", "inherited", "below"] as const;

/** All that is picked from; a group's new place is about each of them. */
const froms = ({ ids }: Pick<About, "ids">): string[] => [
  ...Object.keys(sources),
  ...ids.groups.map((id) => `groups-to-move-to:${id}`),
];

const findIn = (viewer: Viewer, about: Pick<About, "ids">, search: string) =>
  all(froms(about), (from) => findChoices(viewer, PickWish.parse({ from, search })));

/** What is read about groups and numbers. */
export const PLACE_READS: Record<string, Read> = {
  findGroups: {
    ask: (v) => findGroups(v, groupsQuery({ size: "100" })),
    search: (v, search) => findGroups(v, groupsQuery({ search })),
  },
  findPlaces: {
    ask: (v) => findPlaces(v, "e"),
    search: (v, search) => findPlaces(v, search),
  },
  findChoices: {
    ask: (v, about) => findIn(v, about, ""),
    search: (v, search, about) => findIn(v, about, search),
  },
  offer: { ask: (v, about) => all(froms(about), async (from) => (isFrom(from) ? offer(v, { from }) : null)) },
  findOrKeep: {
    ask: (v, about) =>
      all([...about.ids.groups, ...about.ids.numbers, ...about.ids.people], (chosen) =>
        all(froms(about), (from) => findOrKeep(v, { from, find: "", chosen })),
      ),
    search: (v, find, about) => all(froms(about), (from) => findOrKeep(v, { from, find, chosen: "" })),
  },
  getNotices: { ask: getNotices, tells: { nobody: "it answers figures" } },
  getFirstDays: { ask: getFirstDays, tells: { nobody: "it answers yes and no" } },
  getFigures: { ask: getFigures, tells: { nobody: "it answers figures" } },
  loginsByDay: { ask: loginsByDay, tells: { nobody: "it answers figures" } },
  getGroup: { ask: (v, { ids }) => all(ids.groups, (id) => getGroup(v, id)) },
  listGroups: { ask: (v, { ids }) => all([undefined, ...ids.groups], (under) => listGroups(v, under)) },
  peopleOfGroup: {
    ask: (v, { ids }) =>
      all(ids.groups, (id) => all(kinds, (which) => peopleOfGroup(v, id, GroupPeoplePage.parse({ which, size: 100 })))),
    search: (v, search, { ids }) =>
      all(ids.groups, (id) => peopleOfGroup(v, id, GroupPeoplePage.parse({ which: "direct", search }))),
  },
  trailsOf: {
    ask: async (v, { groups }) => {
      const above = [groups.coast.id, groups.east.id];
      return [...(await trailsOf(v, [{ id: groups.eastStore.id, path: [...above, groups.eastStore.id] }]))];
    },
  },
  getNumber: { ask: (v, { ids }) => all(ids.numbers, (id) => getNumber(v, id)) },
  listNumbers: {
    ask: (v, { ids }) =>
      all([undefined, ...ids.groups], (group) => listNumbers(v, numbersQuery({ group, size: "100" }))),
    search: (v, search) => listNumbers(v, numbersQuery({ search })),
  },
  numberAtCarrier: { ask: (v, { ids }) => all(ids.numbers, (id) => numberAtCarrier(v, id)) },
  numbersInTrouble: {
    ask: async (v, { ids }) => {
      const lines = await writeDb.select().from(numbers).where(inArray(numbers.id, ids.numbers));
      const trouble = lines.map(({ id: numberId, accountId }) => ({ numberId, accountId, trouble: 21606 }));
      await writeDb
        .insert(linePace)
        .values(trouble)
        .onConflictDoUpdate({ target: linePace.numberId, set: { trouble: 21606 } });
      return numbersInTrouble(v);
    },
  },
  listStrays: { ask: listStrays, tells: { nobody: "nobody knows whose they are, where companies share a server" } },
  numbersOfGroup: { ask: (v, { ids }) => all(ids.groups, async (id) => numbersOfGroup(v, id)) },
  numberOptions: { ask: (v) => numberOptions(v) },
  peopleOnLine: {
    ask: (v, { ids }) => all(ids.numbers, (id) => peopleOnLine(v, id, PeoplePage.parse({ size: 100 }))),
    search: (v, search, { ids }) => all(ids.numbers, (id) => peopleOnLine(v, id, PeoplePage.parse({ search }))),
  },
};
