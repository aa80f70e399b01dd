"use client";

import { type ComponentProps, useState } from "react";
import { TextArea } from "@/components/form/fields/text-area";
import { countWords } from "./counted";

/** The words of a text, and how many segments the carrier will count. */
export function MessageField(props: Omit<ComponentProps<typeof TextArea>, "name" | "label" | "onInput">) {
  const [counted, setCounted] = useState("0 characters, 0 segments");
  return (
    <div className="grid gap-1">
      <TextArea
        {...props}
        name="message"
        label="Message"
        maxLength={1600}
        onInput={async ({ currentTarget }) => setCounted(await countWords(currentTarget.value))}
      />
      <p className="needs-script text-small text-ink-2" aria-live="off">
        {counted}
      </p>
    </div>
  );
}
