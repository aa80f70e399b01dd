import type { Viewer } from "../access/viewer";
import { ABOUT, type FormAction, type FormState, initialFormState, typedValues } from "../form-state";
import { isFilled, isUntouched } from "../form-was";
import { keepForm } from "../forms/keep-form";
import { stay } from "./back";
import { requestedPath } from "./request";
import { untakenForm } from "./untaken-form";

/** Other acts of a form's page, by the names that their buttons say: see components/form/along.ts. */
export type Acts = Readonly<Record<string, FormAction>>;

/** What an act is given that was sent along: then it is not the one who answers. */
export const ALONG: FormState = { ...initialFormState };

type Sent = { state: FormState; data: FormData; acts: Acts; own: FormAction };

/**
 * A form that is sent with other acts of its page, since there is no script to leave alone what somebody is writing. One of
 * them is done; what was typed for the others is kept, and comes back with the page as it does after a login. `own` is the
 * form's own act.
 */
export async function actAlong(viewer: Viewer, { state, data, acts, own }: Sent): Promise<FormState> {
  const parts = partsOf(data, acts);
  const { act: pressed, fields } = pressedIn(data, parts);
  if (pressed === OWN && parts.size === 1) return own(state, data);
  const page = await requestedPath();
  const keep = async (part: string, refused: Partial<FormState> = {}) => {
    const typed = parts.get(part);
    if (typed)
      await keepForm({ ...viewer, madeAt: Date.now() }, keptOf(untakenForm(typed, { page, reason: "along" }), refused));
  };
  try {
    const answer = await done();
    // The page is gone, for all of it.
    if (answer.wayOn !== undefined) return answer;
    // What must stand in no row, as a link: in the answer itself, with all that was typed.
    if (answer.ok) return { ...answer, ok: false, values: { ...typedValues(data), ...answer.values } };
    await keep(pressed, answer);
    return await stay(answer.message ?? Object.values(answer.errors)[0], { tone: "bad" });
  } catch (error) {
    if (leadsOn(error)) for (const part of parts.keys()) if (part !== pressed) await keep(part);
    throw error;
  }

  function done(): Promise<FormState> {
    if (pressed === UNCLEAR) return refuse("Press the button of what you mean: nothing was done yet.");
    const part = parts.get(pressed) ?? partFor(pressed, data);
    if (pressed === OWN) return own(initialFormState, part);
    for (const [name, value] of new URLSearchParams(fields)) part.append(name, value);
    const act = Object.hasOwn(acts, pressed) ? acts[pressed] : undefined;
    return act?.(ALONG, part) ?? refuse(OLD);
  }
}

const OWN = "";
const UNCLEAR = "?";
const OLD = "This page is older than what it asked for. Load it anew, then press it again.";

const refuse = async (message: string): Promise<FormState> => ({ ...initialFormState, message });

/** What was typed for each: for the form itself, and for other acts what stands under their names, if anything does. */
function partsOf(data: FormData, acts: Acts): Map<string, FormData> {
  const own = new FormData();
  const parts = new Map([[OWN, own]]);
  for (const [name, value] of data) {
    const [act = "", field] = name.split(/\.(.*)/s);
    if (field === undefined || !Object.hasOwn(acts, act)) {
      own.append(name, value);
      continue;
    }
    const part = parts.get(act) ?? partFor(act, data);
    parts.set(act, part);
    part.append(field, value);
  }
  for (const [act, part] of parts) {
    const was = new URLSearchParams(besideOf(data, act)).get(ABOUT.was) ?? "";
    if (act !== OWN && act !== String(data.get(ABOUT.act)).split("?")[0] && !isFilled(was, typedValues(part)))
      parts.delete(act);
  }
  return parts;
}

function partFor(act: string, data: FormData): FormData {
  const part = new FormData();
  part.append(ABOUT.name, act);
  const owner = data.get(ABOUT.owner);
  if (owner !== null) part.append(ABOUT.owner, owner);
  return part;
}

/** Enter says no act: it is the other one that was filled in, unless the form itself was changed as well. */
function pressedIn(data: FormData, parts: Map<string, FormData>) {
  const said = data.get(ABOUT.act);
  if (said === null) return { act: OWN, fields: "" };
  const filled = [...parts.keys()].filter((part) => part !== OWN);
  const [act = "", fields = ""] = String(said).split(/\?(.*)/s);
  const isClear = act !== OWN || filled.length === 0;
  const [only = OWN, ...more] = isClear ? [act] : filled;
  const isMeant = isClear || (more.length === 0 && isUntouched(String(data.get(ABOUT.was)), typedValues(data)));
  return isMeant ? { act: only, fields: `${fields}&${besideOf(data, only)}` } : { act: UNCLEAR, fields: "" };
}

/** What the form of another act would have sent unseen. */
const besideOf = (data: FormData, act: string) =>
  data
    .getAll(ABOUT.beside)
    .map((each) => String(each).split(/\?(.*)/s))
    .find(([name]) => name === act)?.[1] ?? "";

/** What Next throws to lead to a page: "NEXT_REDIRECT;push;/admin/users;303;". */
const leadsOn = (error: unknown) =>
  error instanceof Error && "digest" in error && String(error.digest).startsWith("NEXT_REDIRECT;");

const keptOf = (typed: ReturnType<typeof untakenForm>, { message, errors = {} }: Partial<FormState>) => ({
  ...typed,
  ...(message && { message }),
  ...(Object.keys(errors).length > 0 && { errors }),
});
