import { linkState } from "../links/link-state";
import type { Purpose } from "../links/purposes";
import { tellSecurity } from "../security";
import { clientAddress } from "./request";

/** What an emailed link would do, for its page. A token that is nobody's is told of: somebody may be guessing. */
export async function openedLink(purpose: Purpose, token: unknown) {
  const link = await linkState(purpose, token);
  if (!link && token !== undefined)
    tellSecurity("signature.bad", { address: await clientAddress(), of: "link", purpose });
  return link;
}
