import { z } from "zod";
import { Refused } from "./errors";

/** The state that a form was filled in from. The database moves it on with every change of what such a form shows. */
export const revision = z.coerce.number({ error: "Load the page again." }).int();

type Revised = { revision: number };

/** Whoever opened a form before somebody else's change is told, and overwrites nothing. */
export function refuseOverwrite(now: Revised, form: Revised) {
  if (now.revision !== form.revision)
    throw new Refused("Somebody else changed this meanwhile. Nothing is saved.", { field: "revision" });
}
