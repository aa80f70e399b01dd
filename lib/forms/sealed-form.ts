import { z } from "zod";
import { seal, unseal } from "../crypto";
import { log } from "../log";
import type { KeptForm } from "./words";

const USE = "kept-form";

const Written = z.object({
  form: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.array(z.string())])).nullable(),
  withFile: z.boolean(),
  reason: z.enum(["logged-out", "updated", "other-person", "along", "gone"]),
  message: z.string().optional(),
  errors: z.record(z.string(), z.string()).optional(),
});

/** Sealed with what was typed; without it where that would be more than `most` bytes. */
export function sealForm(form: KeptForm, most: number): Buffer {
  const whole = seal(USE, JSON.stringify(form));
  return whole.length <= most ? whole : seal(USE, JSON.stringify({ ...form, values: null }));
}

/** Null: sealed under a secret that no longer counts, or not by us. */
export function unsealForm(sealed: Buffer): KeptForm | null {
  try {
    return Written.parse(JSON.parse(unseal(USE, sealed)));
  } catch (error) {
    log.info("form.unreadable", { error: error instanceof Error ? error.name : "thrown" });
    return null;
  }
}
