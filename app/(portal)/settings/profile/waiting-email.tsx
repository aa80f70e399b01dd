import { ActionButton } from "@/components/form/action-button";
import { Notice } from "@/components/ui/notice";
import { ifMailed } from "@/lib/outbox/way-out";
import { shownAddress } from "@/lib/text/address";
import { cancel, resend } from "./actions";

const VALID = "The link to it is valid for 24 hours.";
const WAITS = "The link to it is valid for 24 hours, and waits until Lineup can send email.";

/** What is said of oneself, in a form by this id. */
export const PROFILE_FORM = "profile";

type Props = { waiting: { email: string; expired: boolean } };

/** Which address waits to be confirmed, and the two ways on. */
export async function WaitingEmail({ waiting: { email, expired } }: Props) {
  const of = (act: string) => ({
    once: crypto.randomUUID(),
    size: "small" as const,
    along: { form: PROFILE_FORM, act },
  });
  return (
    <Notice tone="wait">
      <p>
        <strong>{shownAddress(email)}</strong> waits to be confirmed.{" "}
        {expired ? "Its link has expired." : await ifMailed(VALID, WAITS)} Until it is used, your old address stays.
      </p>
      <div className="page-actions">
        <ActionButton action={resend} {...of("resend")}>
          {await ifMailed("Send the link again", "Make a new link")}
        </ActionButton>
        <ActionButton action={cancel} {...of("cancel")} variant="quiet">
          Keep the old address
        </ActionButton>
      </div>
    </Notice>
  );
}
