import type { Visitor } from "../access/viewer";
import { networkOf } from "../auth/network";
import { type Limit, takeTry } from "../auth/throttle";
import { disguised, tellSecurity } from "../security";

const anHour = (name: string, of: string, most: number): Limit => ({ name, of, most, minutes: 60 });

type Asked = { linkId: string; phone: string };

/**
 * Takes what an ask costs, of the address, of the link and of the number, whichever company it is for. Which of them is used up only the log
 * tells: somebody else may have asked for that number.
 */
export async function mayAsk(visitor: Visitor, { linkId, phone }: Asked): Promise<boolean> {
  const limits = {
    address: anHour("join-address", networkOf(visitor.address), 30),
    link: anHour("join-link", linkId, 500),
    number: anHour("join-number", phone, 3),
  };
  for (const [by, limit] of Object.entries(limits)) {
    if (await takeTry(limit)) continue;
    tellSecurity("subscription.throttled", { address: visitor.address, by, link: linkId, typed: disguised(phone) });
    return false;
  }
  return true;
}
