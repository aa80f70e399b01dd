"use client";

import { useEffect, useState } from "react";
import { newOnce } from "@/components/form/answer";
import { MenuOf, type MenuRow } from "./menu-of";

/**
 * One menu for all rows. Without a script each row's "⋯" is a link to the person's page, where the same can be done; what
 * the menu offers is read from the row itself.
 */
export function RowMenu({ of }: { of: string }) {
  const [row, setRow] = useState<MenuRow>();

  useEffect(() => {
    const list = document.getElementById(of);
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a.more") : null;
      if (!(link instanceof HTMLAnchorElement) || event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      setRow(readRow(link));
    };
    list?.addEventListener("click", onClick);
    return () => list?.removeEventListener("click", onClick);
  }, [of]);

  return row && <MenuOf key={row.once} row={row} />;
}

function readRow(link: HTMLAnchorElement): MenuRow {
  return {
    link,
    once: newOnce(),
    page: link.pathname,
    memberId: link.pathname.split("/").at(-1) ?? "",
    label: link.getAttribute("aria-label") ?? "",
    status: link.dataset.status ?? "",
    whose: link.dataset.menu,
  };
}
