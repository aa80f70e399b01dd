import { StaticField } from "@/components/form/fields/static-field";
import { Section } from "@/components/form/section";
import type { ContactField } from "@/lib/contacts/fields/list";
import type { ContactDetails } from "@/lib/contacts/get";
import { formatNumber } from "@/lib/numbers/format-number";

/** For who may read and not change. */
export function Details({ contact, own }: { contact: ContactDetails; own: readonly ContactField[] }) {
  const { firstName, lastName, phone, email, company, timeZone, otherNames, notes, fieldValues } = contact;
  const known = [
    ["First Name", firstName],
    ["Last Name", lastName],
    ["Phone Number", formatNumber(phone)],
    ["Email", email],
    ["Company", company],
    ["Time Zone", timeZone?.replaceAll("_", " ")],
    ...own.map(({ key, name }) => [name, fieldValues[key]] as const),
    ["Other Names", otherNames.join(", ")],
    ["Notes", notes],
  ] as const;
  return (
    <Section title="Contact">
      {known.map(([label, value]) => (
        <StaticField key={label} label={label}>
          {value || "–"}
        </StaticField>
      ))}
    </Section>
  );
}
