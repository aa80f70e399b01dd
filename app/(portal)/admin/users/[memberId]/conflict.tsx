"use client";

import { useContext } from "react";
import { FormContext } from "@/components/form/context";
import { Notice } from "@/components/ui/notice";

/** Somebody else saved first. What was typed stays in the fields until the page is loaded anew. */
export function Conflict({ page }: { page: string }) {
  const { state } = useContext(FormContext);
  const words = state.errors.revision;
  if (!words) return null;
  return (
    <Notice tone="bad">
      {words} What you typed is still below.{" "}
      <a className="link" href={page}>
        Load the page anew
      </a>{" "}
      to see the changes, then make yours again.
    </Notice>
  );
}
