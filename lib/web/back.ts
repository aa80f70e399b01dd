import { redirect } from "next/navigation";
import { type FlashMore, setFlash } from "./flash";
import { requestedPath } from "./request";

/** On to another page, with words to show there. */
export async function goTo(path: string, message?: string, more?: FlashMore): Promise<never> {
  if (message) await setFlash(message, more);
  redirect(path);
}

/** The same page again, as it is now, with words to show on it where it doesn't say it itself. */
export const stay = async (message?: string, more?: FlashMore): Promise<never> =>
  goTo(await requestedPath(), message, more);
