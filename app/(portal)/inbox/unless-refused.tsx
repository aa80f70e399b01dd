"use client";

import { type ReactNode, useContext, useState } from "react";
import { FormContext } from "@/components/form/context";

type Props = {
  instead: ReactNode;
  /** A colleague has the conversation. */
  isHeld: boolean;
  children: ReactNode;
};

/**
 * What stands in place of the fields. Of whoever has begun to write, or was refused, it stands above them: nobody loses what
 * they were writing because a colleague was first, nor the field while they write it anew. Nor does a field go from under the hands of who has it open.
 */
export function UnlessRefused({ instead, isHeld, children }: Props) {
  const [wasFree] = useState(!instead);
  const { state } = useContext(FormContext);
  const [written, setWritten] = useState({ attempt: 0, hasWords: false });
  const refused = state.attempt > 0 && !state.ok && Boolean(state.values.message);
  const hasWords = written.hasWords && !(state.ok && written.attempt !== state.attempt);
  const isKept = refused || hasWords || (isHeld && wasFree);
  return (
    <>
      {!refused && instead}
      {(!instead || isKept) && (
        <div
          className="contents"
          onInput={({ target }) => {
            if (target instanceof HTMLTextAreaElement) setWritten({ attempt: state.attempt, hasWords: true });
          }}
        >
          {children}
        </div>
      )}
    </>
  );
}
