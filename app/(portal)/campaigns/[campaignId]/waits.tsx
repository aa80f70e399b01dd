import { Time } from "@/app/time";
import type { Wait } from "@/lib/campaigns/waits";
import type { Eyes } from "@/lib/text/eyes";
import type { Figure } from "@/lib/text/figure";
import { hourWords } from "@/lib/text/typed-words";

type Props = { waits: readonly Wait[]; eyes: Eyes; figure: Figure };

/** "1 waits until 09:00 where they are (for you Tomorrow, 02:00)": whose turn is still to come, and when it does. */
export function Waits({ waits, eyes, figure }: Props) {
  const [first] = waits;
  if (!first) return null;
  const isOne = waits.every((wait) => wait.last.getTime() === first.first.getTime());
  const said = waits.map(({ clock, people }, at) => {
    const verb = at > 0 ? "" : people === 1 ? " waits" : " wait";
    return `${people === null ? "some" : figure(people)}${verb} until ${hourWords(clock, eyes)}`;
  });
  return (
    <>
      {said.join(", ").replace(/^s/, "S")} where they are (for you {isOne ? "" : "from "}
      <Time at={first.first} {...eyes} />
      {isOne ? "" : " on"})
    </>
  );
}
