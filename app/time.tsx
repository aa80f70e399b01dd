import { Moment } from "@/app/moment";
import type { Eyes } from "@/lib/text/eyes";
import { saidTime } from "@/lib/text/time-words";

type Props = Eyes & {
  at: Date | string;
  /** With date and zone, however near it is. */
  isWhole?: boolean;
};

/** The only way a moment reaches a page: as people say it. */
export const Time = ({ at, isWhole = false, ...eyes }: Props) => (
  <Moment said={saidTime(new Date(at), eyes, isWhole ? "whole" : "short")} />
);
