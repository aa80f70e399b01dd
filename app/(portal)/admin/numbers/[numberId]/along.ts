import type { Along } from "@/components/form/along";

/** What is said of a number, in a form by this id. */
export const NUMBER_FORM = "number";

/** What else whoever manages it may do here goes with that: see components/form/along.ts. */
export const along = (act: string): Along => ({ form: NUMBER_FORM, act });
