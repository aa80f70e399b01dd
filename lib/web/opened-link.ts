import { linkState } from "../links/link-state";
import type { Purpose } from "../links/purposes";
import { tellSecurity } from "../security";
import { unsubscribePage } from "../unsubscribe/unsubscribe-page";
import { clientAddress } from "./request";

/** What an emailed link would do, for its page. A token that is nobody's is told of: somebody may be guessing. */
export async function openedLink(purpose: Purpose, token: unknown) {
  const link = await linkState(purpose, token);
  if (!link && token !== undefined) await tellOfGuess(purpose);
  return link;
}

/** The same of a link in a campaign's text. */
export async function openedUnsubscribe(token: string) {
  const link = await unsubscribePage(token);
  if (!link) await tellOfGuess("unsubscribe");
  return link;
}

async function tellOfGuess(purpose: Purpose | "unsubscribe") {
  tellSecurity("signature.bad", { address: await clientAddress(), of: "link", purpose });
}
