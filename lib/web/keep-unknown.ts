import { ABOUT } from "../form-state";
import { keepForm } from "../forms/keep-form";
import { type Owner, readOwner } from "../forms/owner";
import { safePath } from "../safe-path";
import { keepInCookie } from "./kept-cookie";
import { untakenForm } from "./untaken-form";
import { currentViewer } from "./viewer";

/**
 * A page was open while Lineup was updated, and its form's action is known no more. Kept for whom the form was made, else
 * for who sends it, else in a cookie of the browser it came from. The page to show it on.
 */
export async function keepUnknown(request: Request): Promise<string> {
  const page = safePath(new URL(request.url).searchParams.get("page"));
  const data = await request.formData();
  const untaken = untakenForm(data, { page, reason: "updated" });
  const owner = await ownerOf(data);
  if (owner) await keepForm(owner, untaken);
  else await keepInCookie(untaken);
  return page;
}

async function ownerOf(data: FormData): Promise<Owner | null> {
  const sealed = data.get(ABOUT.owner);
  if (typeof sealed === "string") return readOwner(sealed);
  const viewer = await currentViewer();
  return viewer && { ...viewer, madeAt: Date.now() };
}
