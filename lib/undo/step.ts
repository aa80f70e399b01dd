import { z } from "zod";
import { allProducts, allRoles } from "../access/permissions";

const ids = z.array(z.uuid());
const people = { members: ids };
const roleAt = { role: z.enum(allRoles), groupId: z.uuid(), ...people };
const line = { numberId: z.uuid(), ...people };
const asNamed = z.object({ name: z.string(), isLocation: z.boolean() });

/** What was done to members, contacts or a group, and what must be known to take it back. */
export const Step = z.discriminatedUnion("did", [
  /** `links` died with it; `claims` were theirs, each conversation with the revision that it was left with. */
  z.object({
    did: z.literal("disabled"),
    ...people,
    links: ids,
    claims: z.array(z.object({ id: z.uuid(), by: z.uuid(), revision: z.int() })),
  }),
  z.object({ did: z.literal("enabled"), ...people }),
  z.object({ did: z.literal("role.given"), ...roleAt }),
  z.object({ did: z.literal("role.taken"), ...roleAt }),
  z.object({ did: z.literal("products"), ...people, before: z.array(z.enum(allProducts)) }),
  z.object({ did: z.literal("line.given"), ...line }),
  z.object({ did: z.literal("line.taken"), ...line }),
  z.object({ did: z.literal("default-number"), ...people, before: z.uuid().nullable() }),
  /** By hand: what stands so by then is taken back, all at once. */
  z.object({ did: z.literal("opted-out"), contacts: ids, since: z.iso.datetime() }),
  /** With the revision that it was left with. */
  z.object({ did: z.literal("group.renamed"), groupId: z.uuid(), revision: z.int(), before: asNamed }),
  z.object({ did: z.literal("group.moved"), groupId: z.uuid(), from: z.uuid(), to: z.uuid() }),
]);
export type Step = z.output<typeof Step>;
export type Did<Name extends Step["did"]> = Extract<Step, { did: Name }>;

/** One that was done to a group itself. */
export type GroupStep = Did<"group.renamed" | "group.moved">;
/** One that was done to members; any other stands alone. */
export type MemberStep = Extract<Step, { members: readonly string[] }>;
export const isOfMembers = (step: Step): step is MemberStep => "members" in step;

const concerned = (step: Step) =>
  "members" in step ? step.members : "contacts" in step ? step.contacts : [step.groupId];
export const isForNobody = (step: Step) => concerned(step).length === 0;
