"use client";

import { useContext } from "react";
import { FormContext } from "@/components/form/context";
import { Submit } from "@/components/form/submit";
import { Notice } from "@/components/ui/notice";

/** Which answer the page showed; and, refused because of a newer one, what it says and how to send one's own as well. */
export function AnsweredMeanwhile({ outSeq }: { outSeq: number }) {
  const { state } = useContext(FormContext);
  const { anyway, anywaySeq, anywayWords } = state.errors;
  return (
    <>
      <input type="hidden" name="outSeq" value={String(anyway ? (state.values.outSeq ?? outSeq) : outSeq)} readOnly />
      {anyway && (
        <Notice tone="bad">
          <p>{anyway}</p>
          <blockquote className="my-1 border-l-2 border-line-strong pl-2">{anywayWords}</blockquote>
          {anywaySeq && (
            <Submit variant="secondary" size="small" says={{ name: "anyway", value: anywaySeq }}>
              Send mine as well
            </Submit>
          )}
        </Notice>
      )}
    </>
  );
}
