"use client";

import { useEffect } from "react";
import { isLost } from "@/components/shell/go-on";

/** For what goes away with the button that closes it: whoever pressed that goes on at the page's heading. */
export function HeadingAfter() {
  useEffect(() => goToHeading, []);
  return null;
}

function goToHeading() {
  const heading = document.querySelector("h1");
  if (!heading || !isLost()) return;
  heading.tabIndex = -1;
  heading.focus();
}
