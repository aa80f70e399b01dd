import { Section } from "@/components/form/section";
import { explain } from "@/lib/access/explain";
import { shortName } from "@/lib/access/viewer";
import type { Member } from "./edit-form";

/** More than these are folded away. */
const SHORT = 8;

/** In words: what they can do as things are saved now, and why. */
export function Explanation({ member }: { member: Member }) {
  const { rights, off, idle } = explain(member);
  const sentences = [...rights.map(({ words }) => words), ...off.map(({ words }) => words), ...idle];
  return (
    <Section title={`What ${shortName(member) || "they"} can do`} sentence={sentenceFor(member)}>
      <div className="wide explained">
        {sentences.length === 0 && <p>Nothing: no role of theirs counts.</p>}
        {sentences.length > 0 && sentences.length <= SHORT && <Sentences of={sentences} />}
        {sentences.length > SHORT && (
          <details>
            <summary>{sentences.length} things, each with its reason</summary>
            <Sentences of={sentences} />
          </details>
        )}
      </div>
    </Section>
  );
}

const sentenceFor = ({ status }: Member) => {
  if (status === "Disabled") return "Once they are Active again. While Disabled they can do nothing.";
  return status === "Pending" ? "As soon as they accept the invitation." : "And why, as it is saved now.";
};

const Sentences = ({ of }: { of: readonly string[] }) => (
  <ul className="sentences">
    {of.map((words) => (
      <li key={words}>{words}.</li>
    ))}
  </ul>
);
