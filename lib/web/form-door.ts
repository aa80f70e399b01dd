import { fullName, type Viewer } from "../access/viewer";
import { countAct } from "../auth/act-limit";
import { Refused } from "../errors";
import { ABOUT } from "../form-state";
import { dropForm } from "../forms/drop-form";
import { keepForm } from "../forms/keep-form";
import { type Owner, readOwner } from "../forms/owner";
import type { Reason } from "../forms/words";
import { setFlash } from "./flash";
import { isScripted, requestedPath } from "./request";
import { untakenForm } from "./untaken-form";
import { currentViewer, toLogin } from "./viewer";

/**
 * The viewer, if the form was made for them. Nobody logged in: what was typed is kept for whom it was made, and on to the
 * login. Somebody else meanwhile, or the same person in another company: refused. Posted by hand, a form says nothing
 * of whom it was made for, and counts for whoever sends it.
 */
export async function viewerFor(data: FormData): Promise<Viewer> {
  const viewer = await currentViewer();
  const sealed = data.get(ABOUT.owner);
  const owner = typeof sealed === "string" ? readOwner(sealed) : undefined;
  if (!viewer) {
    if (owner && (await keepFor(owner, data, "logged-out")))
      await setFlash("You were logged out. What you typed is kept: log in to go on.");
    return toLogin();
  }
  if (owner === undefined || owner?.memberId === viewer.memberId) {
    await countAct(viewer);
    return viewer;
  }
  const isKept = owner ? await keepFor(owner, data, "other-person") : false;
  const isOther = owner !== null && owner.userId !== viewer.userId;
  const words = `${whoIsHere(viewer, owner)} Nothing was saved.`;
  await sayAlsoElsewhere(isOther && isKept ? `${words} ${WAY}` : words);
  throw new Refused(isKept && isOther ? `${words} ${KEPT}` : words, isOther ? { offer: MAKE_WAY } : {});
}

const KEPT = "What was typed is kept for whoever opened this page.";
const WAY = "Log out to let whoever opened it log in: they find there what they had typed.";
const MAKE_WAY = { label: "Log out and let them log in", href: "/login", makesWay: true } as const;

/** Without a script the form's page is made anew, and may not exist for who is here now: then the next page says it. */
async function sayAlsoElsewhere(words: string) {
  if (!(await isScripted())) await setFlash(words);
}

function whoIsHere(viewer: Viewer, owner: Owner | null) {
  if (!owner) return "This page is too old to say whose it is. Load it anew and send it again.";
  if (owner.userId !== viewer.userId) return `Somebody else is logged in here now (${fullName(viewer)}).`;
  return `You are in ${viewer.accountName} here now.`;
}

/** Whether there was something to keep: a button that is about nothing, such as Log out, leaves nothing to say. */
async function keepFor(owner: Owner, data: FormData, reason: Reason): Promise<boolean> {
  const page = await requestedPath();
  // Sent along with a button (act-along.ts): the button is what was pressed, and the form what may have been typed besides.
  const isAlong = Boolean(data.get(ABOUT.act));
  const untaken = untakenForm(data, { page, reason: isAlong ? "along" : reason });
  const isTyped = Object.keys(untaken.values).length > 0;
  if (isTyped) await keepForm(owner, untaken);
  if (isTyped && isAlong) await keepForm(owner, { ...untaken, form: "", values: {}, reason });
  return isTyped;
}

/** A form that was brought back has been taken. */
export async function forgetKept(viewer: Viewer, data: FormData): Promise<void> {
  const id = data.get(ABOUT.kept);
  if (id !== null) await dropForm(viewer, { id });
}
