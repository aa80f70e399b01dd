"use client";

import { useEffect, useState } from "react";
import type { MenuOf } from "./menu-of";
import { reach } from "./reach";

const load = () => import("./menu-of");

/** Whoever comes near the rows may want their menu: its script is there before it is pressed. */
const NEAR = ["pointerover", "focusin"];

/**
 * One menu for all rows. Without a script each row's "⋯" is a link to the person's page, where the same can be done; what
 * the menu offers is read from the row itself.
 */
export function RowMenu({ of }: { of: string }) {
  const [menu, setMenu] = useState<Menu>();

  useEffect(() => {
    const list = document.getElementById(of);
    async function open(link: HTMLAnchorElement) {
      const loaded = await reach(load);
      if (loaded) setMenu((before) => ({ Open: loaded.MenuOf, link, time: (before?.time ?? 0) + 1 }));
      else location.assign(link.href);
    }
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest(".acts > a") : null;
      if (!(link instanceof HTMLAnchorElement) || event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      void open(link);
    };
    const onNear = () => void reach(load);
    list?.addEventListener("click", onClick);
    for (const near of NEAR) list?.addEventListener(near, onNear, { once: true });
    return () => {
      list?.removeEventListener("click", onClick);
      for (const near of NEAR) list?.removeEventListener(near, onNear);
    };
  }, [of]);

  return menu && <menu.Open key={menu.time} link={menu.link} />;
}

type Menu = { Open: typeof MenuOf; link: HTMLAnchorElement; time: number };
