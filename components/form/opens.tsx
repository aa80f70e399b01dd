"use client";

import type { ReactNode } from "react";
import { ABOUT } from "@/lib/form-state";
import { useScripted } from "./scripted";

/** What it is for whoever hears it, sent or not: it leads somewhere and does nothing. */
const LINK = { role: "link", className: "link inline-block cursor-pointer py-1" };

/**
 * Leads from a form to more of its page. A script asks before it leaves what was typed; where there is none the form goes
 * along, and comes back there with all of it.
 */
export function Opens({ href, children }: { href: string; children: ReactNode }) {
  if (useScripted())
    return (
      <a className={LINK.className} href={href}>
        {children}
      </a>
    );
  return (
    <button {...LINK} type="submit" formAction={href} name={ABOUT.opens} value="yes">
      {children}
    </button>
  );
}
