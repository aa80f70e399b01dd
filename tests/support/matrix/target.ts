import type { Permission } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { type Company, makeCompany, onceKey, type Person, unique } from "../cast";
import { makeTalk } from "../talk";

/**
 * What a verb may be aimed at: somebody Active with a line, somebody Pending, a guest whose login belongs elsewhere, that
 * line, and an empty group. They all stand in one group: the root, or West, beside which there is East.
 */
export type Target = {
  company: Company;
  active: Person;
  pending: Person;
  disabled: Person;
  guest: Person;
  numberId: string;
  /** Somebody with whom that line has a conversation, and whose contact is. */
  contactId: string;
  /** Where they stand, and an empty group under it. */
  placeId: string;
  groupId: string;
  west: string;
  east: string;
};
/**
 * `everywhere`: it concerns the viewer's own company, whichever that is, and takes no target. `inGroup`: what it is aimed
 * at is the group, in which a person is named by what an Admin types.
 */
export type Row = {
  permission: Permission;
  everywhere?: true;
  inGroup?: true;
  /** It is aimed at somebody, and takes the permission at the root. */
  atRoot?: true;
  /** What is filled in, whoever sends it. */
  form: (viewer: Viewer, target: Target) => Form | Promise<Form>;
  send: (viewer: Viewer, form: Form) => Promise<unknown>;
  /** Why the form has no key, so that sent twice it is two acts. */
  noKey?: string;
};
type Form = Record<string, unknown>;

/** An action of somebody's own: who sends it when all is ready, and what. `logsIn`: each answer opens a session. */
export type Alone<Actor> =
  | { noKey: string }
  | {
      ready: () => Promise<{ actor: Actor; form: Form }>;
      send: (actor: Actor, form: Form) => Promise<unknown>;
      logsIn?: true;
    };

/** Fills the form in and sends it. */
export const act = async ({ form, send }: Pick<Row, "form" | "send">, viewer: Viewer, target: Target) =>
  send(viewer, { ...(await form(viewer, target)), once: onceKey() });

export const person = () => ({
  firstName: "Ivo",
  lastName: "Kral",
  timeZone: "UTC",
  username: unique(),
  email: `${unique()}@x.example`,
});
export const aimed = (who: Person) => ({ memberId: who.memberId, once: onceKey() });

export async function target(where: "root" | "west" = "root"): Promise<Target> {
  const [company, elsewhere] = [await makeCompany(), await makeCompany()];
  const [west, east] = [await company.group("West"), await company.group("East")];
  const placeId = where === "west" ? west.id : company.rootGroupId;
  const line = await company.number({ groupId: placeId });
  const group = await company.group("Store", placeId);
  return {
    company,
    active: await company.endUser({ groupId: placeId, lines: [line] }),
    pending: await company.pending({ groupId: placeId }),
    disabled: await company.disabled({ groupId: placeId }),
    guest: await company.guest(await elsewhere.endUser(), { groupId: placeId }),
    numberId: line.id,
    contactId: (await makeTalk({ line })).contactId,
    placeId,
    groupId: group.id,
    west: west.id,
    east: east.id,
  };
}
