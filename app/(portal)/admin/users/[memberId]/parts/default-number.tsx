import { PickerField } from "@/components/pick/picker-field";
import type { Member } from "@/lib/members/get";
import { numberLabel } from "@/lib/numbers/format-number";
import type { Offer } from "@/lib/pick/choice";

/** A line they have stays on offer although it could not be given anew. */
export function DefaultNumber({ member, numbers }: { member: Member; numbers: Offer }) {
  const kept = member.lines.filter((line) => !numbers.choices.some(({ value }) => value === line.id));
  const choices = [...numbers.choices, ...kept.map((line) => ({ value: line.id, label: numberLabel(line) }))];
  return (
    <PickerField
      name="defaultNumber"
      label="Default Number"
      offer={{ ...numbers, choices }}
      empty={choices.length > 0 || !numbers.isWhole ? "None" : "No number yet"}
      hint="The line they start with; another number becomes one of their lines."
    />
  );
}
