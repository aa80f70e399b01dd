"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import type { IconName } from "../ui/icons";

/** Without the names of its parts, which every page would say a dozen times. */
export type NavItem = readonly [href: string, label: string, icon: IconName];

/** Above all the others of its section: a page under it has a link of its own. */
const TOP = "/admin";

/** A link that knows when its page, or one under it, is being read. */
export function NavLink({ href, children }: { href: string; children: ReactNode }) {
  const path = usePathname();
  const current = path === href || (href !== TOP && path.startsWith(`${href}/`));
  return (
    <a href={href} aria-current={current ? "page" : undefined}>
      {children}
    </a>
  );
}
