import { StaticField } from "@/components/form/fields/static-field";
import { Section } from "@/components/form/section";
import type { ContactDetails } from "@/lib/contacts/get";
import { formatNumber } from "@/lib/numbers/format-number";

/** For who may read and not change. */
export function Details({ contact }: { contact: ContactDetails }) {
  const { firstName, lastName, phone, email, company, timeZone, otherNames, notes } = contact;
  const known = [
    ["First Name", firstName],
    ["Last Name", lastName],
    ["Phone Number", formatNumber(phone)],
    ["Email", email],
    ["Company", company],
    ["Time Zone", timeZone?.replaceAll("_", " ")],
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
