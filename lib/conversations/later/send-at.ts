import { Refused } from "../../errors";
import { momentOf } from "../../text/clock-time";

const A_YEAR = 366 * 86_400_000;

type Asked = { now?: unknown; later?: unknown; sendAt?: string | null | undefined };

/**
 * When a text is to go, as the clocks of whoever writes it have it. Null: at once, by "Send" or where no time is given. Enter
 * in the field of the time presses no button, and means the time.
 */
export function sendAtOf({ now, later, sendAt }: Asked, zone: string): Date | null {
  if (!later && (now || !sendAt)) return null;
  const at = momentOf(sendAt ?? "", zone);
  if (!at) throw new Refused("Choose a date and a time.", { field: "sendAt" });
  if (at.getTime() <= Date.now()) throw new Refused("Choose a time that is still to come.", { field: "sendAt" });
  if (at.getTime() > Date.now() + A_YEAR) throw new Refused("Choose a time within a year.", { field: "sendAt" });
  return at;
}
