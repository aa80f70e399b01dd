import { Notice } from "@/components/ui/notice";
import type { Campaign } from "@/lib/campaigns/get";
import { pausedWords } from "@/lib/campaigns/paused-words";
import type { Figure } from "@/lib/text/figure";

type Props = { campaign: Campaign; figure: Figure };

/** Why it has paused itself, with the figures that are to be judged by. */
export function PausedNotice({ campaign, figure }: Props) {
  const { state, pausedBecause, pausedCount: count, delivered, failed, replies, optOuts } = campaign;
  if (state !== "paused" || !pausedBecause) return null;
  const why = pausedWords({ ...campaign, because: pausedBecause, count });
  if (pausedBecause === "first 100")
    return (
      <Notice tone="wait">
        {why} {figure(delivered)} of them are delivered and {figure(failed)} failed; {figure(replies)} have replied and{" "}
        {figure(optOuts)} have opted out. Resume sends the rest.
      </Notice>
    );
  return <Notice tone="wait">It has paused itself. {why} Look into it, then resume or stop it.</Notice>;
}
