import { Section } from "@/components/form/section";
import { StaticField } from "@/components/form/static-field";
import { numberLabel } from "@/lib/numbers/shown";
import { productWords, roleWords } from "../words";
import type { Member } from "./edit-form";

/** What they may do, where, and with which lines; to read. */
export function Access({ member }: { member: Member }) {
  return (
    <Section title="Access" sentence="Lines are given and taken on the page of each number.">
      <StaticField label="Roles">{roleWords(member.roles)}</StaticField>
      <StaticField label="Products">{productWords(member.products)}</StaticField>
      <StaticField label="Lines" wide>
        {member.lines.length === 0 ? "None yet" : <Lines member={member} />}
      </StaticField>
    </Section>
  );
}

const Lines = ({ member }: { member: Member }) => (
  <ul>
    {member.lines.map((line) => (
      <li key={line.id}>
        <a className="link" href={`/admin/numbers/${line.id}`}>
          {numberLabel(line)}
        </a>
        {line.id === member.defaultNumberId && " · default"}
      </li>
    ))}
  </ul>
);
