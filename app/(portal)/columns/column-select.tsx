"use client";

import { useContext } from "react";
import { FormContext } from "@/components/form/context";
import { useTyped } from "@/components/form/use-field";
import { contactsReadAs } from "@/lib/contacts/import/columns";
import { readAs } from "@/lib/invitations/read/columns";

/** Here, so that the choices are not sent once a column. */
const CHOICES = { invitations: readAs, contacts: contactsReadAs };

/** What a list is for. */
export type Purpose = keyof typeof CHOICES;

type Choice = { value: string; label: string };

/** The company's own fields, and that a column becomes another one. */
export type OwnChoices = { known: readonly Choice[]; another: readonly Choice[] };

type Props = { purpose: Purpose; own?: OwnChoices; id: string; at: number; field: string; describedBy: string };

const NONE: OwnChoices = { known: [], another: [] };

/** What a column is read as; after a refusal, or when the form was brought back, as it was chosen then. */
export function ColumnSelect({ purpose, own = NONE, id, at, field, describedBy }: Props) {
  const { attempt } = useContext(FormContext).state;
  const chosen = useTyped("column")?.find((value) => value.startsWith(`${at}:`));
  const isIgnored = useTyped("ignore")?.includes(String(at));
  // One that becomes a field has its key already.
  const another = field.startsWith("new:") ? [{ value: field, label: "New field" }] : own.another;
  return (
    <select
      key={attempt}
      id={id}
      name="column"
      className="input"
      defaultValue={isIgnored ? `${at}:` : (chosen ?? `${at}:${field}`)}
      aria-describedby={describedBy}
    >
      {[...CHOICES[purpose], ...own.known, ...another].map(({ value, label }) => (
        <option key={value} value={`${at}:${value}`}>
          {label}
        </option>
      ))}
    </select>
  );
}
