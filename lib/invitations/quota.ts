import type { Viewer } from "../access/viewer";
import { takeTry } from "../auth/throttle";
import { Refused } from "../errors";

/** A company of five thousand people can be invited in a day; whoever got hold of an Admin's login can't do more harm. */
const A_DAY = 5000;

/** Counts one invitation email. Called before the change: it keeps its own books, also when the change is refused. */
export async function takeInvitation({ accountId }: Viewer): Promise<void> {
  const taken = await takeTry({ name: "invitations", of: accountId, most: A_DAY, minutes: 24 * 60 });
  if (!taken) {
    throw new Refused(
      `Your company has sent ${A_DAY.toLocaleString("en")} invitations within a day, which is the most. Try again tomorrow.`,
    );
  }
}
