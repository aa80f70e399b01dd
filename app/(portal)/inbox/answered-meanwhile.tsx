"use client";

import { type RefObject, useContext, useEffect, useRef, useState } from "react";
import { FormContext } from "@/components/form/context";
import { Submit } from "@/components/form/submit";
import { Notice, Quoted } from "@/components/ui/notice";

/** Which answer the page showed; and, refused because of a newer one, what it says and how to send one's own as well. */
export function AnsweredMeanwhile({ outSeq, isHeld }: { outSeq: number; isHeld: boolean }) {
  const { state } = useContext(FormContext);
  const field = useRef<HTMLInputElement>(null);
  const [free, setFree] = useState(outSeq);
  if (!isHeld && free !== outSeq) setFree(outSeq);
  // Where a colleague took the conversation by answering, their answer is named before one's own goes out as well.
  const seen = isHeld ? free : outSeq;
  const began = useBegan(field, seen);
  const { anyway, anywaySeq, anywayWords } = state.errors;
  return (
    <>
      <input
        ref={field}
        type="hidden"
        name="outSeq"
        value={String(anyway ? (state.values.outSeq ?? seen) : (began ?? seen))}
        readOnly
      />
      {anyway && (
        <Notice tone="bad">
          {state.values.now && !state.values.later && <input type="hidden" name="now" value="yes" />}
          <p>{anyway}</p>
          <Quoted>{anywayWords}</Quoted>
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

/** The newest answer when its writer began: one that the page shows since then by itself was not before their eyes. */
function useBegan(field: RefObject<HTMLInputElement | null>, seen: number): number | null {
  const [began, setBegan] = useState<number | null>(null);
  useEffect(() => {
    const form = field.current?.form;
    function onInput({ target }: Event) {
      if (target instanceof HTMLTextAreaElement) setBegan((before) => (target.value === "" ? null : (before ?? seen)));
    }
    const onReset = () => setBegan(null);
    form?.addEventListener("input", onInput);
    form?.addEventListener("reset", onReset);
    return () => {
      form?.removeEventListener("input", onInput);
      form?.removeEventListener("reset", onReset);
    };
  }, [field, seen]);
  return began;
}
