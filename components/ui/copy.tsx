"use client";

import { useEffect, useId, useRef, useState } from "react";

/**
 * What a press has just asked to copy: copied at once where there is a script and the browser allows it, shown in any
 * case, to be selected or copied again.
 */
export function Copy({ label, value }: { label: string; value: string }) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [isCopied, setCopied] = useState(false);

  useEffect(() => {
    let isHere = true;
    void written(value).then((done) => isHere && setCopied(done));
    return () => {
      isHere = false;
    };
  }, [value]);

  async function copy() {
    input.current?.select();
    setCopied(await written(value));
  }

  return (
    <div className="field">
      <div className="field-head">
        <label htmlFor={id}>{label}</label>
      </div>
      <div className="flex gap-2">
        <input
          ref={input}
          id={id}
          className="input"
          readOnly
          value={value}
          onFocus={(event) => event.target.select()}
        />
        <button type="button" className="btn needs-script flex-none" onClick={copy}>
          Copy
        </button>
      </div>
      <p className="hint" role="status">
        {isCopied ? "Copied." : ""}
      </p>
    </div>
  );
}

/** Beside what stands there to be read, and can be selected. `of`: what it is, for who doesn't see where the button stands. */
export function CopyButton({ value, of }: { value: string; of: string }) {
  const [isCopied, setCopied] = useState<boolean>();
  return (
    <span className="needs-script">
      <button type="button" className="btn btn-small flex-none" onClick={async () => setCopied(await written(value))}>
        Copy<span className="sr-only"> {of}</span>
      </button>
      <span className="ml-2 text-ink-2 text-small" role="status">
        {isCopied === undefined ? "" : isCopied ? "Copied." : "Your browser does not allow it: select it instead."}
      </span>
    </span>
  );
}

/** Browsers that want a newer press, or plain http, don't let it be written: then the button, or the hand, copies it. */
const written = (value: string) =>
  (navigator.clipboard?.writeText(value) ?? Promise.reject()).then(
    () => true,
    () => false,
  );
