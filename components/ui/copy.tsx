"use client";

import { useId, useRef, useState } from "react";

/** Something to take along: shown, selectable without a script, copied with one press where the browser allows it. */
export function Copy({ label, value }: { label: string; value: string }) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);

  async function copy() {
    input.current?.select();
    await navigator.clipboard?.writeText(value);
    setCopied(navigator.clipboard !== undefined);
  }

  return (
    <div className="field">
      <div className="field-head">
        <label htmlFor={id}>{label}</label>
      </div>
      <div className="copy">
        <input
          ref={input}
          id={id}
          className="input"
          readOnly
          value={value}
          onFocus={(event) => event.target.select()}
        />
        <button type="button" className="btn needs-script" onClick={copy}>
          Copy
        </button>
      </div>
      <p className="hint" role="status">
        {copied ? "Copied." : ""}
      </p>
    </div>
  );
}
