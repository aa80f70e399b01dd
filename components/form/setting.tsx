"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { createContext, type ReactNode, useContext, useState } from "react";
import type { FormAction } from "@/lib/form-state";
import { Notice, Quoted } from "../ui/notice";
import type { Kept } from "./context";

type Setting = {
  owner: string;
  kept: readonly Kept[];
  /** Forgets what was kept of a form. */
  drop: FormAction;
};

const Context = createContext<Setting>({ owner: "", kept: [], drop: async (state) => state });

/** For whom the forms of a page are made, and what of them was kept. */
export const useSetting = () => useContext(Context);

type Props = Setting & { children: ReactNode };

/** Around pages with forms. What was kept is gone with the next page: a layout stays where its page changes. */
export function FormSetting({ owner, kept, drop, children }: Props) {
  const here = `${usePathname()}?${useSearchParams()}`;
  const id = kept.map((each) => each.id).join();
  const [came, setCame] = useState({ id, here });
  if (came.id !== id) setCame({ id, here });
  const shown = came.id === id && came.here !== here ? [] : kept;
  return <Context value={{ owner, kept: shown, drop }}>{children}</Context>;
}

/** What became of a button that was pressed in vain, or of a form that is there no more; any other says so itself. */
export const KeptWords = () =>
  useSetting()
    .kept.filter(({ form }) => form === "")
    .map(({ id, words, written }) => (
      <Notice key={id} tone="wait">
        {words}
        {written && <Quoted>{written}</Quoted>}
      </Notice>
    ));
