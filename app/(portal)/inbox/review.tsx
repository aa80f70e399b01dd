import { Time } from "@/app/time";
import { ActionButton } from "@/components/form/action-button";
import { Notice } from "@/components/ui/notice";
import { shownName } from "@/lib/contacts/shown-name";
import type { Eyes } from "@/lib/text/eyes";
import { confirmStop, liftStop } from "./actions";
import { COMPOSER } from "./along";

type Props = {
  conversation: { id: string; name: string; phone: string };
  until: Date;
  eyes: Eyes;
};

/** Ordinary words that may mean "stop" hold at once, and a person says what was meant. */
export function Review({ conversation, until, eyes }: Props) {
  const of = (act: string) => ({
    once: crypto.randomUUID(),
    fields: { conversationId: conversation.id },
    size: "small" as const,
    along: { form: COMPOSER, act },
  });
  return (
    <Notice tone="wait">
      <p>
        {shownName(conversation)} may have asked to get no texts. None are sent until somebody has looked, by{" "}
        <Time at={until} {...eyes} />.
      </p>
      <div className="mt-2 flex flex-wrap gap-2">
        <ActionButton action={confirmStop} {...of("confirm-stop")}>
          They want no texts
        </ActionButton>
        <ActionButton action={liftStop} {...of("lift-stop")} variant="quiet">
          They meant something else
        </ActionButton>
      </div>
    </Notice>
  );
}
