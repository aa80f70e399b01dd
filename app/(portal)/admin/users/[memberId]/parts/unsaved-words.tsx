"use client";

import { useEffect, useRef, useState } from "react";
import { isChanged } from "@/components/form/unsaved";

/**
 * Beside Save, as long as something is changed. Its room is there before it has words. Without a script, as soon as
 * somebody was at a field: the browser tells no more, and leaving the page would ask nothing.
 */
export function UnsavedWords() {
  const [isUnsaved, setUnsaved] = useState(false);
  const mark = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    const form = mark.current?.closest("form");
    const look = () => window.setTimeout(() => setUnsaved(isChanged(mark.current)));
    look();
    for (const event of ["input", "change", "reset"]) form?.addEventListener(event, look);
    return () => {
      for (const event of ["input", "change", "reset"]) form?.removeEventListener(event, look);
    };
  }, []);
  return (
    <div className="ml-auto text-small text-wait">
      <noscript>
        <p className="hidden in-[form:has(:user-valid,:user-invalid)]:block">
          Unsaved changes: another page or tab lets go of them.
        </p>
      </noscript>
      <p ref={mark} role="status" className="min-h-5">
        {isUnsaved && "Unsaved changes"}
      </p>
    </div>
  );
}
