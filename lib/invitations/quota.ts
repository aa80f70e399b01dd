import type { WriteTx } from "@/db/write";
import type { Viewer } from "../access/viewer";
import { takeTries, takeTry, triesLeft } from "../auth/throttle";
import { keepBooks } from "../change";
import { Refused } from "../errors";
import { figureIn } from "../text/figure";

/** A company of ten thousand people can be invited in a day; whoever got hold of an Admin's login can't do more harm. */
const A_DAY = 10_000;

/** A preview tells who has a login elsewhere: enough to prepare the largest invitation a few times over, no more. */
const LOOKS_A_DAY = 50_000;

const DAY = 24 * 60;
const invitations = ({ accountId }: Viewer) => ({ name: "invitations", of: accountId, most: A_DAY, minutes: DAY });

/** Counts one invitation email. Called before the change: it keeps its own books, also when the change is refused. */
export async function takeInvitation(viewer: Viewer): Promise<void> {
  if (await takeTry(invitations(viewer))) return;
  const figure = figureIn(viewer.locale);
  throw new Refused(
    `Your company has sent ${figure(A_DAY)} invitations within a day, which is the most. Try again tomorrow.`,
  );
}

/** Counts many, all or none, as part of a change: when that is refused, they are not counted. */
export async function takeInvitations(tx: WriteTx, viewer: Viewer, count: number): Promise<void> {
  if (await takeTries(tx, invitations(viewer), count)) return;
  const figure = figureIn(viewer.locale);
  const left = await triesLeft(tx, invitations(viewer));
  throw new Refused(
    `Your company can send ${figure(A_DAY)} invitations a day. ${left === 0 ? "None are" : left === 1 ? "1 is" : `${figure(left)} are`} left today, and this would be ${figure(count)}. ${left === 0 ? "Try again tomorrow." : "Invite fewer people, or try again tomorrow."}`,
  );
}

/** Counts the rows of a preview. */
export async function takeLooks({ accountId, locale }: Viewer, count: number): Promise<void> {
  const looks = { name: "previews", of: accountId, most: LOOKS_A_DAY, minutes: DAY };
  if (await keepBooks((tx) => takeTries(tx, looks, count))) return;
  throw new Refused(
    `Your company has looked up ${figureIn(locale)(LOOKS_A_DAY)} people within a day, which is the most.`,
  );
}
