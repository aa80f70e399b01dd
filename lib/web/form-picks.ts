import type { Viewer } from "../access/viewer";
import { type FormState, PICK } from "../form-state";
import { isFrom } from "../pick/choice";
import { findOrKeep } from "../pick/offer";

type Values = FormState["values"];
type Looking = { picks: NonNullable<FormState["picks"]>; values: Values; isAsked: boolean };

/** More pickers than any form of ours has. */
const MOST = 10;

/**
 * What a form's pickers look for, for whom there is no script to look while they type; undefined where it has none. Words that
 * were not looked for yet count as asked, whichever button was pressed: Enter in a field is the form's first one.
 */
export async function picksOf(viewer: Viewer, values: Values): Promise<Looking | undefined> {
  const first = (name: string) => [values[name] ?? []].flat()[0] ?? "";
  const all = [values[PICK.all] ?? []].flat().slice(0, MOST);
  if (all.length === 0) return undefined;
  const looking: Looking = { picks: {}, values: {}, isAsked: false };
  for (const each of all) {
    const [field = "", from = ""] = each.split(" ");
    const [find, chosen] = [first(PICK.words(field)), first(field)];
    if (!isFrom(from)) continue;
    const isAsked = first(PICK.find) === field || (find !== "" && find !== first(PICK.before(field)));
    const choices = await findOrKeep(viewer, { from, find, chosen });
    looking.picks[field] = { find, choices, isAsked };
    looking.isAsked ||= isAsked;
    const [only, ...others] = choices.filter(({ value }) => value !== chosen);
    if (isAsked && only && others.length === 0) looking.values[field] = only.value;
  }
  return looking;
}
