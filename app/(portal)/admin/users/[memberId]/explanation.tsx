import { MarkedList } from "@/components/ui/marked-list";
import { explain } from "@/lib/access/explain";
import { isAskedHere, type Permission } from "@/lib/access/permissions";
import { shortName } from "@/lib/access/viewer";
import type { Member } from "@/lib/members/get";

/** More than these are folded away. */
const SHORT = 8;

type Told = { permissions: readonly Permission[]; words: string };

/** In words: what they can do as things are saved now, and why. What no page here asks for yet is told apart. */
export function Explanation({ member }: { member: Member }) {
  const { rights, off, idle } = explain(member);
  const told: Told[] = [...rights, ...off];
  const here = told.filter(isHere);
  const sentences = [...here.map(({ words }) => words), ...idle];
  const later = told.filter((each) => !isHere(each)).map(({ words }) => words);
  return (
    <section className="grid gap-2 text-small" aria-labelledby="can-do">
      <header>
        <h3 id="can-do">{`What ${shortName(member) || "they"} can do`}</h3>
        <p className="text-ink-2">{sentenceFor(member)}</p>
      </header>
      {sentences.length + later.length === 0 && <p>Nothing: no role of theirs counts.</p>}
      {sentences.length > 0 && <Sentences of={sentences} />}
      {later.length > 0 && (
        <>
          <p className="text-ink-2">Given too, for what this portal has no page for yet:</p>
          <Sentences of={later} />
        </>
      )}
    </section>
  );
}

const isHere = ({ permissions }: Told) => permissions.every(isAskedHere);

const sentenceFor = ({ status }: Member) => {
  if (status === "Disabled") return "Once they are Active again. While Disabled they can do nothing.";
  return status === "Pending" ? "As soon as they accept the invitation." : "And why, as it is saved now.";
};

function Sentences({ of }: { of: readonly string[] }) {
  const list = <MarkedList mark="told" lines={of.map((words) => `${words}.`)} />;
  if (of.length <= SHORT) return list;
  return (
    <details>
      <summary className="mb-2 py-0.5 font-medium">{of.length} things, each with its reason</summary>
      {list}
    </details>
  );
}
