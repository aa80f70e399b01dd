import { db } from "@/db";
import { accessOptions } from "@/lib/members/access/access-options";
import { heldRoles } from "@/lib/members/access/held-roles";
import { acts } from "@/lib/members/acts";
import { previewMany } from "@/lib/members/bulk/preview";
import { selected } from "@/lib/members/bulk/selection";
import { explainTaken } from "@/lib/members/explain-taken";
import { getMember } from "@/lib/members/get";
import { countMatching } from "@/lib/members/list/count-matching";
import { exportMembers } from "@/lib/members/list/export-members";
import { groupsToFilter } from "@/lib/members/list/groups-to-filter";
import { listMembers } from "@/lib/members/list/list-members";
import { listQuery } from "@/lib/members/list/list-query";
import { managedMembers } from "@/lib/members/managed-members";
import { newMemberOptions } from "@/lib/members/new-member-options";
import { refuseTaken } from "@/lib/members/refuse-taken";
import { welcomeOf } from "@/lib/members/welcome";
import type { Person } from "../cast";
import { all, pages, type Read } from "./read";

const listOf = (search: string) => listQuery({ search, size: "100" });

/** Usernames that look like one of theirs. */
const alike = ({ username }: Person) => username?.toLowerCase().replaceAll("o", "0");

/** What is read about people. */
export const PEOPLE_READS: Record<string, Read> = {
  listMembers: {
    ask: (v, { ids }) =>
      all([undefined, ...ids.groups], (group) => listMembers(v, listQuery({ ...(group && { group }), size: "100" }))),
    search: (v, search) => listMembers(v, listOf(search)),
  },
  exportMembers: {
    ask: (v) => pages(exportMembers(v, listOf(""))),
    search: (v, search) => pages(exportMembers(v, listOf(search))),
  },
  groupsToFilter: { ask: (v, { ids }) => all(ids.groups, (group) => groupsToFilter(v, group)) },
  getMember: { ask: (v, { ids }) => all(ids.people, (id) => getMember(v, id)) },
  heldRoles: { ask: (v, { ids }) => all(ids.people, (id) => heldRoles(v, id)) },
  accessOptions: { ask: (v) => accessOptions(v) },
  newMemberOptions: { ask: newMemberOptions },
  welcomeOf: { ask: welcomeOf },
  managedMembers: { ask: (v, { ids }) => managedMembers(db, v, ids.people) },
  previewMany: {
    ask: (v, { ids }) =>
      all(acts, async (act) => [
        await previewMany(v, act, { ticked: ids.people }),
        await previewMany(v, act, { all: listOf("") }),
      ]),
    search: (v, search) => previewMany(v, "disable", { all: listOf(search) }),
  },
  countMatching: {
    ask: (v) => countMatching(v, listOf("")),
    tells: { nobody: "it answers a number" },
  },
  selected: {
    ask: (v) => selected(db, v, { all: listOf("") }),
    search: (v, search) => selected(db, v, { all: listOf(search) }),
    tells: { nobody: "it answers ids, which previewMany makes people of" },
  },
  explainTaken: {
    ask: (v, { people }) =>
      all(Object.values(people), async (person) => [
        await explainTaken(db, v, { email: person.email.toLowerCase() }),
        await explainTaken(db, v, { username: alike(person) }),
      ]),
  },
  refuseTaken: {
    ask: (v, { people }) =>
      all(Object.values(people), (person) =>
        refuseTaken(v, { email: person.email.toLowerCase(), username: alike(person) }),
      ),
  },
};
