"use client";

import { useContext } from "react";
import { Notice } from "../ui/notice";
import { FormContext } from "./context";

type Props = {
  /** Of what the fields were filled from. After a refusal it is still the one that was sent with them. */
  now: number;
  /** Where it can be loaded anew. */
  page: string;
};

/** Says which state is being edited, and that somebody else saved first. What was typed stays in the fields. */
export function Revision({ now, page }: Props) {
  const { state } = useContext(FormContext);
  const words = state.errors.revision;
  return (
    <>
      <input type="hidden" name="revision" value={String(state.values.revision ?? now)} readOnly />
      {words && (
        <Notice tone="bad">
          {words} What you typed is still below.{" "}
          <a className="link" href={page}>
            Load the page anew
          </a>{" "}
          to see the changes, then make yours again.
        </Notice>
      )}
    </>
  );
}
