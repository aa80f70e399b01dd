import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { numbers } from "@/db/schema";
import type { Viewer } from "../access/viewer";
import { change } from "../change";
import { changed } from "../changed";
import * as fields from "../fields";
import { numberName } from "./add";
import { managedNumber, subjectOf } from "./managed";

export const EditNumber = z.object({
  numberId: z.uuid("Not found."),
  label: numberName,
  status: z.enum(["Active", "Disabled"], { error: "Choose Active or Disabled." }),
  once: fields.once,
});

/** A disabled number is offered to nobody new; those who have it keep it for the day it comes back. */
export const editNumber = (viewer: Viewer, input: z.output<typeof EditNumber>) =>
  change(viewer, input.once, async (c) => {
    const number = await managedNumber(c, viewer, input.numberId);
    const before = { label: number.label, status: number.disabledAt ? "Disabled" : "Active" };
    const { label, status } = input;
    const disabledAt = status === "Active" ? null : sql`coalesce(${numbers.disabledAt}, now())`;
    await c.tx.update(numbers).set({ label, disabledAt }).where(eq(numbers.id, number.id));
    c.record("number.edited", subjectOf(number), changed(before, { label, status }));
  });
