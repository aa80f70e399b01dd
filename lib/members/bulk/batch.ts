import { z } from "zod";
import { allProducts } from "../../access/permissions";
import type { Together } from "../../change";
import * as fields from "../../fields";
import { acts } from "../acts";
import type { ManagedMember } from "../managed-members";
import { MOST } from "./selection";

export const ChangeMany = z.object({
  act: z.enum(acts, { error: "Choose what to do." }),
  member: fields.many(fields.memberId).pipe(z.array(z.string()).max(MOST, "Choose 5,000 users at most.")),
  /** The parameters of the list, where all that match are meant; otherwise where to go back to. */
  list: z.string().max(4000).default(""),
  all: z.literal("1").optional(),
  seen: z.string().max(100).optional(),
  role: z.string().max(40).optional(),
  group: z.string().max(40).optional(),
  products: fields.many(z.enum(allProducts, { error: "Choose among the products." })),
  to: z.string().max(10).optional(),
  line: z.string().max(40).optional(),
  once: fields.once,
});

export type Input = z.output<typeof ChangeMany>;

/** What is done in one change with those who can be done it to, and how their events are tied together. */
export type Batch = { people: ManagedMember[]; input: Input; together: Together };
