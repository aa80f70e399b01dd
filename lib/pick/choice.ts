import { z } from "zod";

/**
 * One of many to pick. `note`: where it stands, for what is found by its name ("West ▸ Region 3"). Of a group also its
 * ids from the top (`path`), or, where the whole tree is listed and set in, the group right above it (`parent`).
 */
export type Choice = {
  value: string;
  label: string;
  note?: string;
  path?: readonly string[];
  parent?: string | null;
};

/** What there is to pick from; each is asked within what the viewer may do with it. */
const kinds = [
  "groups-seen",
  "groups-to-give",
  "groups-for-numbers",
  "groups-to-manage",
  "groups-to-move-to",
  "numbers-to-give",
  "people-managed",
  "contacts-to-text",
  "contact-groups",
] as const;
export type Kind = (typeof kinds)[number];

/** A kind, and for some of them whom or what it is about: "groups-to-move-to:{group}", "contacts-to-text:{whom not}". */
export type From = Kind | `${Kind}:${string}`;

/** What a picker's page knows: all there is, or nothing but what is chosen or was looked for. */
export type Offer = { from: From; choices: readonly Choice[]; isWhole: boolean; find?: string };

export const isFrom = (text: string): text is From => readFrom(text) !== undefined;

/** As it stands in an address or a form, which may hold anything. */
export function readFrom(text: string): { kind: Kind; about: string | undefined } | undefined {
  const [name = "", about] = text.split(":");
  const kind = kinds.find((each) => each === name);
  return kind && { kind, about: z.uuid().safeParse(about).data };
}
