import type { Along } from "@/components/form/along";
import type { Group } from "@/lib/groups/get";

/** A group's name, in a form by this id. */
export const RENAME_FORM = "rename";

/** What else is done on its page goes with that, for who may change it: see components/form/along.ts. */
export const along = ({ may }: Group, act: string): Along | undefined =>
  may.edit ? { form: RENAME_FORM, act } : undefined;
