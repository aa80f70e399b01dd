import { ButtonLink } from "@/components/ui/button";
import type { Batch } from "@/lib/invitations/get-batch";
import { figure, invitations } from "./figures";
import { Watch } from "./watch";

/** How far it has come; in the end what was sent and what was not. It goes on without anybody looking. */
export function Sending({ batch }: { batch: Batch }) {
  const { invited, failed, waiting, emails } = batch;
  const all = invited + failed + waiting;
  const isOver = batch.isFinished && emails.sent + emails.failed >= invited;
  const missed = batch.leftOut + failed + emails.failed;
  return (
    <div className="card invite-sum">
      <h2>{isOver ? `${invitations(emails.sent)} sent` : `Sending ${invitations(all)}`}</h2>
      <div className="sending">
        <progress value={emails.sent + emails.failed + failed} max={Math.max(all, 1)} aria-label="Invitations sent" />
        <p role="status">
          {figure(invited)} of {figure(all)} invited, {figure(emails.sent)} {emails.sent === 1 ? "email" : "emails"}{" "}
          sent
          {emails.failed > 0 && `, ${figure(emails.failed)} could not be sent`}
          {failed > 0 && `, ${figure(failed)} failed`}.
        </p>
      </div>
      {!isOver && <p className="quiet">You can leave this page: it goes on by itself.</p>}
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
