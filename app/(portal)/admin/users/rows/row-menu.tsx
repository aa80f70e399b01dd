"use client";

import { type ComponentType, useEffect, useState } from "react";
import { newOnce } from "@/components/form/answer";
import type { Panel } from "../panel/access-panel";
import type { MenuRow } from "./menu-acts";
import type { MenuOf } from "./menu-of";

const load = () => import("./menu-of");

/** Whoever comes near the rows may want their menu: its script is there before it is pressed. */
const NEAR = ["pointerover", "focusin"];

/**
 * One menu for all rows. Without a script each row's "⋯" is a link to the person's page, where the same can be done; what
 * the menu offers is read from the row itself.
 */
export function RowMenu({ of }: { of: string }) {
  const [menu, setMenu] = useState<Menu>();
  const [panel, setPanel] = useState<Loaded>();

  useEffect(() => {
    const list = document.getElementById(of);
    async function open(link: HTMLAnchorElement) {
      const loaded = await theirs(load);
      if (loaded) setMenu({ Open: loaded.MenuOf, row: readRow(link) });
      else location.assign(link.href);
    }
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest(".acts > a") : null;
      if (!(link instanceof HTMLAnchorElement) || event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      void open(link);
    };
    const onNear = () => void theirs(load);
    list?.addEventListener("click", onClick);
    for (const near of NEAR) list?.addEventListener(near, onNear, { once: true });
    return () => {
      list?.removeEventListener("click", onClick);
      for (const near of NEAR) list?.removeEventListener(near, onNear);
    };
  }, [of]);

  async function change({ link, page }: MenuRow) {
    const loaded = await theirs(() => panelOf(page));
    if (loaded) setPanel({ ...loaded, row: link.closest("tr") ?? link });
    else location.assign(`${page}?tab=access`);
  }

  return (
    <>
      {menu && <menu.Open key={menu.row.once} row={menu.row} change={() => void change(menu.row)} />}
      {panel && <panel.Open data={panel.data} row={panel.row} close={() => setPanel(undefined)} />}
    </>
  );
}

type Menu = { Open: typeof MenuOf; row: MenuRow };
type Loaded = Omit<Panel, "close"> & { Open: ComponentType<Panel> };

/** The panel's script and what stands in it, when it is asked for. */
async function panelOf(page: string): Promise<Omit<Loaded, "row"> | undefined> {
  const [{ AccessPanel }, answer] = await Promise.all([import("../panel/access-panel"), fetch(`${page}/panel`)]);
  return answer.ok ? { Open: AccessPanel, data: await answer.json() } : undefined;
}

/** What comes with the first press; nothing where the server can't be reached. */
async function theirs<T>(load: () => Promise<T>): Promise<T | undefined> {
  try {
    return await load();
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
    status: link.dataset.status ?? "Active",
    whose: link.dataset.menu,
  };
}
