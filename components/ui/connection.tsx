"use client";

import { useOffline } from "next/offline";
import { Notice } from "./notice";

/** Says why nothing happens. What is sent or asked for meanwhile goes by itself once the connection is back. */
export function Connection() {
  const isGone = useOffline();
  return (
    <div className="fixed inset-x-4 bottom-4 z-10 mx-auto max-w-md empty:hidden" aria-live="polite">
      {isGone && <Notice tone="wait">The connection is gone. What you send waits here until it is back.</Notice>}
    </div>
  );
}
