"use client";

import { type ComponentProps, useContext, useState } from "react";
import { FormContext } from "@/components/form/context";
import { TextArea } from "@/components/form/fields/text-area";
import type { Rule } from "@/lib/auto-replace/replace";
import { countWords } from "./counted";

const NOTHING = "0 characters, 0 segments";

type Props = Omit<ComponentProps<typeof TextArea>, "name" | "label" | "onInput"> & {
  /** What the company has replaced in what it sends, if anything. */
  rule?: Rule | null;
};

/** The words of a text, and how many segments the carrier will count. */
export function MessageField({ rule = null, ...props }: Props) {
  const { state } = useContext(FormContext);
  const [counted, setCounted] = useState({ words: NOTHING, replacing: "", attempt: 0 });
  // What was sent is gone from the field; what was refused is still in it.
  const isGone = state.ok && counted.attempt !== state.attempt;
  return (
    <div className="grid gap-1">
      <TextArea
        {...props}
        name="message"
        label="Message"
        maxLength={1600}
        onInput={async ({ currentTarget }) =>
          setCounted({ ...(await countWords(currentTarget.value, rule)), attempt: state.attempt })
        }
      />
      <p className="needs-script text-small text-ink-2" aria-live="off">
        {isGone ? NOTHING : counted.words}
      </p>
      {rule && (
        <p className="text-small text-ink-2 wrap-anywhere" aria-live="off">
          {(!isGone && counted.replacing) || "Auto-Replace is on: what it replaces leaves replaced."}
        </p>
      )}
    </div>
  );
}
