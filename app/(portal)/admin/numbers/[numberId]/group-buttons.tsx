"use client";

import { useContext } from "react";
import { FormContext, pressing } from "@/components/form/context";
import { buttonClass } from "@/components/ui/button";

/** Two acts on one choice. Whoever was told what it would mean, and presses the same again for the same group, is sure. */
export function GroupButtons() {
  const { state, sent } = useContext(FormContext);
  const { act, groupId } = state.values;
  const told = state.errors.groupId && groupId ? `${act}:${groupId}` : "";
  const says = (value: string) => (sent ? pressing(sent, { act: value, sure: told }) : { name: "act", value });
  return (
    <div className="page-actions sm:mt-[26px]">
      <input type="hidden" name="sure" value={told} readOnly />
      <button type="submit" {...says("add")} className={buttonClass()}>
        Add group
      </button>
      <button type="submit" {...says("remove")} className={buttonClass("secondary")}>
        Remove group
      </button>
    </div>
  );
}
