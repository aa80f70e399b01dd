import type { Viewer } from "../access/viewer";
import { Refused } from "../errors";
import { type Limit, takeTry } from "./throttle";

/** Far more forms than anybody sends by hand, and few enough that a script with a stolen session can't flood a company. */
export const actsOf = ({ memberId }: Viewer): Limit => ({ name: "acts", of: memberId, most: 1500, minutes: 1 });

/** Counts a form that somebody who is logged in sends, whatever comes of it. */
export async function countAct(viewer: Viewer): Promise<void> {
  if (await takeTry(actsOf(viewer))) return;
  throw new Refused("That was very much at once, and this was not done. Wait a minute, then send it again.");
}
