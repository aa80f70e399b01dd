import { ActionButton } from "@/components/form/action-button";
import { Confirm } from "@/components/ui/confirm";
import type { CampaignState } from "@/lib/campaigns/campaigns-query";
import { pause, resume, stop } from "../actions";

type Props = {
  id: string;
  name: string;
  state: CampaignState;
  /** The form of the page that is sent along, if it has one. */
  beside: string | undefined;
};

/** "Stop" asks once more. */
export function Holds({ id, name, state, beside }: Props) {
  const fields = { campaignId: id };
  const along = (act: string) => (beside ? { form: beside, act } : undefined);
  const isOver = state === "finished" || state === "stopped";
  if (isOver) return null;
  return (
    <div className="flex flex-wrap items-start gap-2">
      {state === "paused" ? (
        <ActionButton
          action={resume}
          once={crypto.randomUUID()}
          fields={fields}
          along={along("resume")}
          variant="primary"
        >
          Resume
        </ActionButton>
      ) : (
        <ActionButton action={pause} once={crypto.randomUUID()} fields={fields} along={along("pause")}>
          Pause
        </ActionButton>
      )}
      <Confirm
        verb="Stop"
        question={`Are you sure you want to stop ${name}?`}
        action={stop}
        once={crypto.randomUUID()}
        fields={fields}
        along={along("stop")}
      >
        <p>Whoever hasn't got it by now won't get it. This can't be undone.</p>
      </Confirm>
    </div>
  );
}
