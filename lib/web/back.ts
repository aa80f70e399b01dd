import { redirect } from "next/navigation";
import { setFlash } from "./flash";
import { requestedPath } from "./request";

/** On to another page, with words to show there. */
export async function goTo(path: string, message?: string): Promise<never> {
  if (message) await setFlash(message);
  redirect(path);
}

/** The same page again, as it is now, with words to show on it where it doesn't say it itself. */
export const stay = async (message?: string): Promise<never> => goTo(await requestedPath(), message);
