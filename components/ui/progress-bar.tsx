type Props = {
  /** What is counted, for who doesn't see it. */
  label: string;
  done: number;
  all: number;
};

/** How far something is, as a bar; in words beside it. */
export const ProgressBar = ({ label, done, all }: Props) => (
  <progress
    className="h-2 w-full appearance-none overflow-hidden rounded-[4px] border-0 bg-off-soft [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-off-soft [&::-webkit-progress-value]:bg-accent"
    value={done}
    max={Math.max(all, 1)}
    aria-label={label}
  />
);
