import { Section } from "@/components/form/section";
import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Pill } from "@/components/ui/pill";
import type { Viewer } from "@/lib/access/viewer";
import type { Group } from "@/lib/groups/get";
import { formatNumber } from "@/lib/numbers/format-number";
import { numbersOfGroup } from "@/lib/numbers/numbers-of-group";
import { figures } from "@/lib/web/figures";
import { peopleWords } from "../words";

/** The group's own numbers, the first of them by label. */
export async function Numbers({ viewer, group }: { viewer: Viewer; group: Group }) {
  const figure = await figures();
  const numbers = await numbersOfGroup(viewer, group.id);
  return (
    <Section title="Numbers" sentence={`SMS numbers that belong to ${group.name}.`}>
      <div className="wide form">
        <div className="card">
          {numbers.length === 0 && (
            <Empty title="No numbers" sentence="The group of a number is chosen on the number's own page." />
          )}
          {numbers.length > 0 && (
            <ul className="rows" aria-label="Numbers">
              {numbers.map((number) => (
                <li key={number.id}>
                  <div>
                    <p>
                      <a href={`/admin/numbers/${number.id}`}>{formatNumber(number.e164)}</a>{" "}
                      {number.status === "Disabled" && <Pill>{number.status}</Pill>}
                    </p>
                    <p className="small">{number.label}</p>
                  </div>
                  <span className="small">{peopleWords(number.people, figure)}</span>
                </li>
              ))}
            </ul>
          )}
        </div>
        {(group.numbers > numbers.length || group.groups > 0) && (
          <div>
            <ButtonLink href={`/admin/numbers?group=${group.id}`}>All numbers here and below</ButtonLink>
          </div>
        )}
      </div>
    </Section>
  );
}
