import { ActionButton } from "@/components/form/action-button";
import { ButtonLink } from "@/components/ui/button";
import type { Batch } from "@/lib/invitations/get-batch";
import { send } from "../actions";
import { figure } from "./figures";

/** What will happen, and the one button that makes it so. */
export function Draft({ batch }: { batch: Batch }) {
  return (
    <div className="card invite-sum">
      <h2>{batch.waiting > 0 ? draftWords(batch) : "Nobody in this list can be invited"}</h2>
      <p className="quiet">
        {batch.waiting > 0
          ? "Nothing has been sent yet. Look through the list; whoever will not be invited is named with the reason."
          : "Each is named below with the reason. Go back and mend the list, or open the people who are here already."}
      </p>
      <div className="page-actions">
        {batch.waiting > 0 && (
          <ActionButton action={send} once={crypto.randomUUID()} fields={{ batchId: batch.id }} variant="primary">
            Send Invite
          </ActionButton>
        )}
        <ButtonLink href={`/admin/users/invite?draft=${batch.id}`}>Back</ButtonLink>
      </div>
    </div>
  );
}

/** "312 will be invited, 3 as guests; 12 will not" */
function draftWords({ waiting, guests, rows }: Pick<Batch, "waiting" | "guests" | "rows">): string {
  const asGuests = guests === 0 ? "" : guests === 1 ? ", 1 as a guest" : `, ${figure(guests)} as guests`;
  const others = rows - waiting;
  return `${figure(waiting)} will be invited${asGuests}${others === 0 ? "" : `; ${figure(others)} will not`}`;
}
