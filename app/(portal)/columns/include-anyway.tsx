"use client";

import { useContext } from "react";
import { FormContext } from "@/components/form/context";
import { useTyped } from "@/components/form/use-field";

type Props = { form: string; position: number; isIncluded: boolean };

/** Of the form above the list. What stands on other pages of it stays as it was. */
export function IncludeAnyway({ form, position, isIncluded }: Props) {
  const { attempt } = useContext(FormContext).state;
  const [shown, ticked] = [useTyped("shown"), useTyped("include")];
  const value = String(position);
  const isTicked = shown?.includes(value) ? ticked?.includes(value) : isIncluded;
  return (
    <>
      <input type="hidden" name="shown" value={value} form={form} />
      <label className="check mt-1.5 w-fit text-base text-ink">
        <input
          key={`${attempt} ${isIncluded}`}
          type="checkbox"
          name="include"
          value={value}
          form={form}
          defaultChecked={isTicked}
        />
        <span>Include anyway</span>
      </label>
    </>
  );
}
