"use client";

import { useContext } from "react";
import { FormContext } from "@/components/form/context";
import { buttonClass } from "@/components/ui/button";

/** Two acts on one choice. Whoever was told that nobody would be left, and presses again for the same group, is sure. */
export function GroupButtons() {
  const { state } = useContext(FormContext);
  const told = state.errors.groupId && state.values.act === "remove" ? state.values.groupId : undefined;
  return (
    <div className="page-actions">
      <input type="hidden" name="sure" value={String(told ?? "")} readOnly />
      <button type="submit" name="act" value="add" className={buttonClass()}>
        Add group
      </button>
      <button type="submit" name="act" value="remove" className={buttonClass(told ? "danger" : "secondary")}>
        Remove group
      </button>
    </div>
  );
}
