import { Pill, type Tone } from "@/components/ui/pill";
import { type CampaignState, campaignStates } from "@/lib/campaigns/campaigns-query";

const tones: Readonly<Record<CampaignState, Tone>> = {
  draft: "off",
  scheduled: "wait",
  sending: "good",
  paused: "wait",
  finished: "good",
  stopped: "off",
};

export const StatePill = ({ state }: { state: CampaignState }) => (
  <Pill tone={tones[state]}>{campaignStates[state]}</Pill>
);
