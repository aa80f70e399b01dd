import { ActionButton } from "@/components/form/action-button";
import { Notice } from "@/components/ui/notice";
import { Time } from "@/components/ui/time";
import { cancel, resend } from "./actions";

type Props = { waiting: { email: string; expiresAt: Date; expired: boolean }; zone: string };

/** Which address waits to be confirmed, and the two ways on. */
export function WaitingEmail({ waiting: { email, expiresAt, expired }, zone }: Props) {
  return (
    <Notice tone="wait">
      <p>
        <strong>{email}</strong> waits to be confirmed.{" "}
        {expired ? "Its link has expired." : "Open the link that we emailed there by "}
        {!expired && <Time at={expiresAt} zone={zone} />}
        {!expired && "."} Until then your old address stays.
      </p>
      <div className="page-actions">
        <ActionButton action={resend} once={crypto.randomUUID()} size="small">
          Send the link again
        </ActionButton>
        <ActionButton action={cancel} once={crypto.randomUUID()} variant="quiet" size="small">
          Keep the old address
        </ActionButton>
      </div>
    </Notice>
  );
}
