"use client";

import { useContext } from "react";
import { FormContext } from "@/components/form/context";
import { buttonClass } from "@/components/ui/button";

/** Two acts on one choice. Whoever was told what it would mean, and presses the same again for the same group, is sure. */
export function GroupButtons() {
  const { state } = useContext(FormContext);
  const { act, groupId } = state.values;
  const told = state.errors.groupId && groupId ? `${act}:${groupId}` : "";
  return (
    <div className="page-actions sm:mt-[26px]">
      <input type="hidden" name="sure" value={told} readOnly />
      <button type="submit" name="act" value="add" className={buttonClass()}>
        Add group
      </button>
      <button
        type="submit"
        name="act"
        value="remove"
        className={buttonClass(told && act === "remove" ? "danger" : "secondary")}
      >
        Remove group
      </button>
    </div>
  );
}
