"use client";

import { useEffect, useRef, useState } from "react";
import { isChanged } from "@/components/form/unsaved";

/** Beside Save, as long as something is changed. Its room is there before it has words. */
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
    <p ref={mark} role="status" className="ml-auto min-h-5 text-small text-wait">
      {isUnsaved && "Unsaved changes"}
    </p>
  );
}
