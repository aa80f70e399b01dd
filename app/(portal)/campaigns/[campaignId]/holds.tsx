import { ActionButton } from "@/components/form/action-button";
import { Confirm } from "@/components/ui/confirm";
import type { CampaignState } from "@/lib/campaigns/figures";
import { pause, resume, stop } from "../actions";

type Props = { id: string; name: string; state: CampaignState };

/** "Stop" asks once more. */
export function Holds({ id, name, state }: Props) {
  const fields = { campaignId: id };
  const isOver = state === "finished" || state === "stopped";
  if (isOver) return null;
  return (
    <div className="flex flex-wrap items-start gap-2">
      {state === "paused" ? (
        <ActionButton action={resume} once={crypto.randomUUID()} fields={fields} variant="primary">
          Resume
        </ActionButton>
      ) : (
        <ActionButton action={pause} once={crypto.randomUUID()} fields={fields}>
          Pause
        </ActionButton>
      )}
      <Confirm
        verb="Stop"
        question={`Are you sure you want to stop ${name}?`}
        action={stop}
        once={crypto.randomUUID()}
        fields={fields}
      >
        <p>Whoever hasn't got it by now won't get it. This can't be undone.</p>
      </Confirm>
    </div>
  );
}
