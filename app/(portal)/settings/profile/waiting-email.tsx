import { ActionButton } from "@/components/form/action-button";
import { Notice } from "@/components/ui/notice";
import { cancel, resend } from "./actions";

type Props = { waiting: { email: string; expired: boolean } };

/** Which address waits to be confirmed, and the two ways on. */
export function WaitingEmail({ waiting: { email, expired } }: Props) {
  return (
    <Notice tone="wait">
      <p>
        <strong>{email}</strong> waits to be confirmed.{" "}
        {expired ? "Its link has expired." : "The link to it is valid for 24 hours."} Until it is used, your old address
        stays.
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
