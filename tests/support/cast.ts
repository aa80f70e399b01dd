import { randomBytes, randomInt, randomUUID } from "node:crypto";
import { v7 } from "uuid";
import { accounts, groups, lineAccess, members, numbers, roleAssignments, sessions, users } from "@/db/schema";
import { type WriteTx, writeDb } from "@/db/write";
import type { Product, Role } from "@/lib/access/permissions";
import type { Viewer, Visitor } from "@/lib/access/viewer";
import { sessionOf } from "@/lib/auth/session/session-of";
import { randomToken, sha256 } from "@/lib/crypto";

/** Everybody in the cast has this password; it is strong enough to be accepted. */
export const PASSWORD = "harbour ladder quartz 47";

/** Of that password, as lib/auth/password/hash-password.ts makes them: nobody waits for it in every process. */
const HASHED = "$argon2id$v=19$m=19456,t=2,p=1$xeJScBJLmwdguEhn88/0fQ$IfsS7rkkUMQ9pf5m4uy6y4irJ+xc/EuG15Ylzfudnfg";

const NAMES = [
  "Ben Ortiz",
  "Cara Novak",
  "Dev Patel",
  "Esi Mensah",
  "Finn Larsen",
  "Gia Romano",
  "Hana Sato",
  "Ivo Kral",
];

export type Person = {
  userId: string;
  memberId: string;
  accountId: string;
  name: string;
  firstName: string;
  lastName: string;
  username: string | null;
  email: string;
  timeZone: string;
};

/** What may be said about a person; everything else is made up, and what must be unique is. */
export type Wishes = {
  name?: string;
  username?: string | null;
  email?: string;
  timeZone?: string;
  role?: Role;
  groupId?: string;
  products?: Product[];
  /** Their lines; the first is the default number. */
  lines?: { id: string }[];
};

export type Company = Awaited<ReturnType<typeof makeCompany>>;

/** A company of one's own: a root group and Ana, its first Admin. Nothing in it is shared with any other test. */
export async function makeCompany(wishes: { name?: string } = {}) {
  const [accountId, rootGroupId] = [v7(), v7()];
  const name = wishes.name ?? `Harbour ${unique()}`;
  await written((tx) => [
    tx.insert(accounts).values({ id: accountId, name, timeZone: "America/Los_Angeles" }),
    tx.insert(groups).values({ id: rootGroupId, accountId, name: "Main Group" }),
  ]);
  const home = { accountId, rootGroupId };
  let met = 0;
  const add = (place: Place, { name = NAMES[met++ % NAMES.length] ?? "", ...rest }: Wishes) =>
    addPerson(home, place, { name, ...rest });
  return {
    ...home,
    name,
    ana: await add("Active", { name: "Ana Silva", role: "admin" }),
    admin: (wishes: Wishes = {}) => add("Active", { role: "admin", ...wishes }),
    endUser: (wishes: Wishes = {}) => add("Active", wishes),
    /** Invited, no password yet. */
    pending: (wishes: Wishes = {}) => add("Pending", wishes),
    disabled: (wishes: Wishes = {}) => add("Disabled", wishes),
    /** Somebody whose login belongs to another company: here they are who they are there. */
    guest: (person: Person, wishes: Wishes & { place?: Place } = {}) => addGuest(home, person, wishes),
    number: (wishes: { label?: string; groupId?: string } = {}) => addNumber(home, wishes),
    /** A group under the root or under `parentId`. */
    group: (name: string, parentId = rootGroupId) => addGroup(accountId, name, parentId),
  };
}

type Home = { accountId: string; rootGroupId: string };
type Place = "Active" | "Pending" | "Disabled";

async function addPerson(home: Home, place: Place, wishes: Wishes & { name: string }): Promise<Person> {
  const [firstName = "", ...rest] = wishes.name.split(" ");
  const own = `${firstName.replace(/[^A-Za-z0-9]/g, "") || "Somebody"}.${unique()}`;
  const accepted = place === "Pending" ? null : new Date();
  const person = {
    userId: v7(),
    memberId: v7(),
    accountId: home.accountId,
    name: wishes.name,
    firstName,
    lastName: rest.join(" "),
    username: wishes.username === undefined ? own : wishes.username,
    email: wishes.email ?? `${own}@${CAST_DOMAIN}`,
    timeZone: wishes.timeZone ?? "America/Los_Angeles",
  };
  const hash = accepted && HASHED;
  const { userId: id, memberId: _m, accountId, name: _n, ...details } = person;
  const login = { ...details, id, homeAccountId: accountId, passwordHash: hash, passwordChangedAt: accepted };
  await written((tx) => [tx.insert(users).values(login), ...membership(tx, { home, place, person, wishes })]);
  return person;
}

async function addGuest(home: Home, who: Person, { place = "Active", ...wishes }: Wishes & { place?: Place }) {
  const person = { ...who, memberId: v7(), accountId: home.accountId };
  await written((tx) => membership(tx, { home, place, person, wishes }));
  return person;
}

type Membership = { home: Home; place: Place; person: Person; wishes: Wishes };

function membership(tx: WriteTx, { home, place, person, wishes }: Membership) {
  const { memberId, accountId, userId } = person;
  const groupId = wishes.groupId ?? home.rootGroupId;
  const lines = (wishes.lines ?? []).map((line) => ({ accountId, memberId, numberId: line.id }));
  return [
    tx.insert(members).values({
      id: memberId,
      accountId,
      userId,
      acceptedAt: place === "Pending" ? null : new Date(),
      disabledAt: place === "Disabled" ? new Date() : null,
      defaultNumberId: wishes.lines?.[0]?.id ?? null,
      ...(wishes.products && { products: wishes.products }),
    }),
    tx.insert(roleAssignments).values({ accountId, memberId, role: wishes.role ?? "end-user", groupId }),
    ...(lines.length > 0 ? [tx.insert(lineAccess).values(lines)] : []),
  ];
}

/** In one transaction, in their order; none waits for the answer to the one before it. */
const written = (statements: (tx: WriteTx) => PromiseLike<unknown>[]) =>
  writeDb.transaction((tx) => Promise.all(statements(tx)));

async function addNumber({ accountId, rootGroupId }: Home, wishes: { label?: string; groupId?: string }) {
  const row = {
    id: v7(),
    accountId,
    groupId: wishes.groupId ?? rootGroupId,
    // 555 01xx are for fiction, but a hundred are too few: any number within a possible area code will do.
    e164: `+1${randomInt(201, 989)}${randomInt(2_000_000, 9_999_999)}`,
    label: wishes.label ?? `Line ${unique()}`,
  };
  await writeDb.insert(numbers).values(row);
  return row;
}

async function addGroup(accountId: string, name: string, parentId: string) {
  const row = { id: v7(), accountId, parentId, name };
  await writeDb.insert(groups).values(row);
  return row;
}

/** Logs a person in, straight into the table: the secret that the cookie would carry. */
export async function openSession(person: Person): Promise<string> {
  const token = randomToken();
  await writeDb.insert(sessions).values({
    id: v7(),
    tokenHash: sha256(token),
    userId: person.userId,
    memberId: person.memberId,
    address: "127.0.0.1",
    userAgent: "the cast",
    expiresAt: new Date(Date.now() + 3_600_000),
  });
  return token;
}

/** The person as a verb gets them: loaded from the database by the session query itself. Ask again after a change. */
export async function viewerOf(person: Person): Promise<Viewer> {
  const viewer = await sessionOf(await openSession(person));
  if (!viewer) throw new Error(`${person.name} can't log in`);
  return viewer;
}

/** Somebody who is not logged in, each from an address of their own, so that limits by address don't mix. */
export const visitor = (address = `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`): Visitor => ({
  kind: "visitor",
  address,
  userAgent: "Mozilla/5.0 (X11; Linux x86_64) the cast",
});

/** Every address of the cast is here, so that a log can be searched for them. RFC 2606: nobody's. */
const CAST_DOMAIN = "harbour.example";

/** A form's key. */
/** Whose numbers they type. */
export const HOME = { country: "US" } as const;

export const onceKey = () => randomUUID();

export const unique = () => randomBytes(4).toString("hex");
