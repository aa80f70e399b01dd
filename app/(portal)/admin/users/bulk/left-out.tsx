import { Section } from "@/components/form/section";
import type { Act } from "@/lib/members/acts";
import type { Preview } from "@/lib/members/bulk/preview";
import { figures } from "@/lib/web/figures";
import { nameWords, reasonWords, usersWords } from "./words";

type Props = { act: Act; leftOut: Preview["leftOut"] };

/** Who is selected but stays as they are, and why. */
export async function LeftOut({ act, leftOut }: Props) {
  if (leftOut.length === 0) return null;
  const figure = await figures();
  const count = leftOut.reduce((sum, { people }) => sum + people.length, 0);
  return (
    <Section title="Left out" sentence={`${usersWords(count, figure)} ${count === 1 ? "stays" : "stay"} as they are.`}>
      <ul className="wide grid gap-2 wrap-anywhere">
        {leftOut.map(({ reason, people }) => (
          <li key={reason}>
            <strong className="font-semibold">{nameWords(people, figure)}</strong>: {reasonWords(act, reason)}.
          </li>
        ))}
      </ul>
    </Section>
  );
}
