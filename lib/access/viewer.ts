import type { Country } from "../numbers/countries";
import type { Clock } from "../text/eyes";
import type { WeekStart } from "../text/week";
import type { Product, Role } from "./permissions";

/** A role held at a group; `path` is the group's ancestors from the root, itself last. */
export type Assignment = { role: Role; groupId: string; path: readonly string[] };

/** The person asking, as the database has them at this request. */
export type Viewer = {
  kind: "viewer";
  userId: string;
  memberId: string;
  accountId: string;
  sessionId: string;
  accountName: string;
  rootGroupId: string;
  firstName: string;
  lastName: string;
  timeZone: string;
  /** Their company's: numbers without a country code are read as there. */
  country: Country;
  /** How their country writes dates and numbers; null: as Lineup does. */
  locale: string | null;
  /** What they want otherwise than their locale has it. */
  clock: Clock | null;
  weekStart: WeekStart | null;
  /** Whether a key of one letter does something. */
  letterKeys: boolean;
  assignments: readonly Assignment[];
  products: readonly Product[];
  /** Whether they have other accounts to switch to. */
  isElsewhereToo: boolean;
  /** Their first time here: the first page says what they may do. */
  isNew: boolean;
  /** Something that they typed could not be taken, and may be shown to them on its page. */
  hasKeptForms: boolean;
};

/**
 * Somebody who is not logged in: all that is known is where they come from, and what their browser keeps of earlier
 * logins: the secret of a session, and who has logged in there before.
 */
export type Visitor = {
  kind: "visitor";
  address: string;
  userAgent: string;
  /** At the very computer that Lineup runs on, with nobody in between. */
  isHere?: true;
  session?: string;
  /** What their browser asks for. */
  locale?: string;
  metBefore?: readonly Acquaintance[];
};

/** One person who has logged in on a browser: the mark's own id, whom, under which password, and when (milliseconds). */
export type Acquaintance = { id: string; userId: string; passwordAt: number; at: number };

/** The portal itself: setting up, the demo, scripts. */
export type System = { kind: "system"; name: string };

export type Actor = Viewer | Visitor | System;

export const fullName = (person: { firstName: string; lastName: string }) =>
  `${person.firstName} ${person.lastName}`.trim();

/** As a letter greets them: by the first name, or by the only one there is. */
export const shortName = (person: { firstName: string; lastName: string }) => person.firstName || person.lastName;
