"use client";

import { type ComponentType, useEffect, useState } from "react";
import { newOnce } from "@/components/form/answer";
import type { Panel } from "../panel/access-panel";
import { MenuOf, type MenuRow } from "./menu-of";

/**
 * One menu for all rows. Without a script each row's "⋯" is a link to the person's page, where the same can be done; what
 * the menu offers is read from the row itself.
 */
export function RowMenu({ of }: { of: string }) {
  const [row, setRow] = useState<MenuRow>();
  const [panel, setPanel] = useState<Loaded>();

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

  async function change({ link, page }: MenuRow) {
    const loaded = await load(page);
    if (loaded) setPanel({ ...loaded, row: link.closest("tr") ?? link });
    else location.assign(`${page}?tab=access`);
  }

  return (
    <>
      {row && <MenuOf key={row.once} row={row} change={() => void change(row)} />}
      {panel && <panel.Open data={panel.data} row={panel.row} close={() => setPanel(undefined)} />}
    </>
  );
}

type Loaded = Omit<Panel, "close"> & { Open: ComponentType<Panel> };

/** The panel's script and what stands in it, when it is asked for; nothing where the server can't be reached. */
async function load(page: string): Promise<Omit<Loaded, "row"> | undefined> {
  try {
    const [{ AccessPanel }, answer] = await Promise.all([import("../panel/access-panel"), fetch(`${page}/panel`)]);
    return answer.ok ? { Open: AccessPanel, data: await answer.json() } : undefined;
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
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
