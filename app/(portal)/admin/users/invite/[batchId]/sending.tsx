import { ButtonLink } from "@/components/ui/button";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { Batch } from "@/lib/invitations/preview/get-batch";
import type { WayOut } from "@/lib/outbox/way-out";
import type { Figure } from "@/lib/text/figure";
import { figures } from "@/lib/web/figures";
import { Watch } from "../../../../columns/watch";
import { invitations } from "./figures";

/** How far it has come; in the end what was sent and what was not. It goes on without anybody looking. */
export async function Sending({ batch, way }: { batch: Batch; way: WayOut }) {
  const figure = await figures();
  const { invited, failed, waiting, emails } = batch;
  const all = invited + failed + waiting;
  const isSent = emails.sent + emails.failed >= invited;
  // What can't leave is not watched: its invitations are made, and that is all there will be.
  const isOver = batch.isFinished && (isSent || way !== "open");
  const missed = batch.leftOut + failed + emails.failed;
  return (
    <div className="card mb-5 grid gap-3 p-4 [&>p]:max-w-[72ch]">
      <h2>{headingFor({ isOver, isSent, all, sent: emails.sent, way, figure })}</h2>
      <div className="grid gap-1.5">
        <ProgressBar label="Invitations sent" done={emails.sent + emails.failed + failed} all={all} />
        <p role="status" className="[font-variant-numeric:tabular-nums]">
          {figure(invited)} of {figure(all)} invited, {figure(emails.sent)} {emails.sent === 1 ? "email" : "emails"}{" "}
          sent
          {emails.failed > 0 && `, ${figure(emails.failed)} could not be sent`}
          {failed > 0 && `, ${figure(failed)} failed`}.
        </p>
      </div>
      {way !== "open" && !isSent && (
        <p className="quiet">
          The emails wait until they can be sent. Each person's invitation link can be copied from Users.
        </p>
      )}
      {!isOver && way === "open" && <p className="quiet">You can leave this page: it goes on by itself.</p>}
      {missed > 0 && (
        <p className="quiet">{figure(missed)} in the list got no invitation. The reason stands beside each.</p>
      )}
      <div className="page-actions">
        {!isOver && <ButtonLink href={`/admin/users/invite/${batch.id}`}>Refresh</ButtonLink>}
        {missed > 0 && batch.isFinished && (
          <ButtonLink href={`/admin/users/invite/${batch.id}/failures`} download>
            Download rejected rows
          </ButtonLink>
        )}
        {isOver && <ButtonLink href="/admin/users?status=Pending">See who is pending</ButtonLink>}
        {isOver && <ButtonLink href="/admin/users/invite">Invite more</ButtonLink>}
      </div>
      {!isOver && <Watch />}
    </div>
  );
}

type State = { isOver: boolean; isSent: boolean; all: number; sent: number; way: WayOut; figure: Figure };

function headingFor({ isOver, isSent, all, sent, way, figure }: State): string {
  if (way !== "open" && !isSent) return `${invitations(all, figure)}, ${sent === 0 ? "none" : figure(sent)} sent`;
  return isOver ? `${invitations(sent, figure)} sent` : `Sending ${invitations(all, figure)}`;
}
