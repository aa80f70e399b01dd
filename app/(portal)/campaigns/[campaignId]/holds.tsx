import { ActionButton } from "@/components/form/action-button";
import type { CampaignState } from "@/lib/campaigns/figures";
import { pause, resume, stop } from "../actions";

type Props = { id: string; state: CampaignState };

/** "Stop" asks once more: opened, it says what it means. */
export function Holds({ id, state }: Props) {
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
      <details>
        <summary className="btn">Stop</summary>
        <div className="mt-2 grid gap-2">
          <p>Whoever hasn't got it by now won't get it. This can't be undone.</p>
          <ActionButton action={stop} once={crypto.randomUUID()} fields={fields} variant="danger" label="Stop for good">
            Stop for good
          </ActionButton>
        </div>
      </details>
    </div>
  );
}
