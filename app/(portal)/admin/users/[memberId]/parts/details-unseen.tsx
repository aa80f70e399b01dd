"use client";

import { useContext } from "react";
import { FormContext } from "@/components/form/context";
import { Opens } from "@/components/form/opens";
import { Notice } from "@/components/ui/notice";

const NAMES = ["firstName", "lastName", "contactNumber", "timeZone", "email"] as const;

/** What the details are, where they are not shown. What keeps them from being saved is said all the same. */
export function DetailsUnseen({ values }: { values: Record<(typeof NAMES)[number], string> }) {
  const { errors } = useContext(FormContext).state;
  const wrong = NAMES.flatMap((name) => errors[name] ?? []);
  return (
    <>
      {NAMES.map((name) => (
        <input key={name} type="hidden" name={name} value={values[name]} />
      ))}
      {wrong.length > 0 && (
        <Notice tone="bad">
          {wrong.join(" ")} <Opens href="?more=access">Mend it under Details</Opens>
        </Notice>
      )}
    </>
  );
}
