"use client";

import { type ComponentType, type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from "react";
import { HiddenFields } from "@/components/form/hidden-fields";
import { MakeWay } from "@/components/form/make-way";
import { useAnswer } from "@/components/form/use-answer";
import { Copy } from "@/components/ui/copy";
import { Notice } from "@/components/ui/notice";
import type { FormState } from "@/lib/form-state";
import { copyLink, disable, enable, resend, reset } from "../actions";
import type { Panel } from "../panel/access-panel";
import { acts, readRow } from "./menu-acts";
import { openBeside, step } from "./menu-place";
import { reach } from "./reach";

const actions = { resend, copyLink, reset, disable, enable };

async function send(state: FormState, data: FormData) {
  const chosen = Object.entries(actions).find(([act]) => act === data.get("act"));
  return chosen ? chosen[1](state, data) : state;
}

/** What can be done with one person. It closes with every choice and comes back if there is something to say. */
export function MenuOf({ link: opener }: { link: HTMLAnchorElement }) {
  const [row] = useState(() => readRow(opener));
  const [panel, setPanel] = useState<Loaded>();
  const menu = useRef<HTMLDivElement>(null);
  const [state, submit] = useAnswer(send, { here: true });
  const answer = state.message ?? Object.values(state.errors)[0];
  const link = state.values.link;

  useEffect(() => {
    if (menu.current && state) openBeside(menu.current, opener);
  }, [opener, state]);

  function onKeyDown(event: KeyboardEvent) {
    if (menu.current && step(menu.current, event.key)) event.preventDefault();
  }

  function onChange(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    menu.current?.hidePopover();
    void change();
  }

  async function change() {
    const loaded = await reach(() => panelOf(row.page));
    if (loaded) setPanel({ ...loaded, row: opener.closest("tr") ?? opener });
    else location.assign(`${row.page}?tab=access`);
  }

  return (
    <>
      <div ref={menu} popover="auto" className="menu" role="dialog" aria-label={row.label}>
        {answer && (
          <Notice tone="bad">
            {answer}
            <MakeWay offer={state.offer} />
          </Notice>
        )}
        {typeof link === "string" && <Copied link={link} />}
        <form action={submit} onSubmit={() => menu.current?.hidePopover()}>
          <HiddenFields once={row.once} fields={{ memberId: row.memberId }} />
          <div role="menu" aria-label={row.label} tabIndex={-1} onKeyDown={onKeyDown}>
            <a role="menuitem" href={row.page}>
              Edit
            </a>
            {acts(row).map(({ act, label }) => (
              <button key={act} type="submit" role="menuitem" name="act" value={act}>
                {label}
              </button>
            ))}
            {row.whose !== "self" && (
              <a role="menuitem" href={`${row.page}?tab=access`} onClick={onChange}>
                Change access
              </a>
            )}
            {row.whose !== "self" && (
              <a role="menuitem" className="menu-bad" href={`${row.page}?ask=delete#delete`}>
                {row.whose === undefined
                  ? "Delete"
                  : row.status === "Pending"
                    ? "Withdraw invitation"
                    : "Remove access"}
              </a>
            )}
          </div>
        </form>
      </div>
      {panel && <panel.Open data={panel.data} row={panel.row} close={() => setPanel(undefined)} />}
    </>
  );
}

type Loaded = Omit<Panel, "close"> & { Open: ComponentType<Panel> };

/** The panel of their access and what stands in it, when it is asked for. */
async function panelOf(page: string): Promise<Omit<Loaded, "row"> | undefined> {
  const [{ AccessPanel }, answer] = await Promise.all([import("../panel/access-panel"), fetch(`${page}/panel`)]);
  return answer.ok ? { Open: AccessPanel, data: await answer.json() } : undefined;
}

const Copied = ({ link }: { link: string }) => (
  <div className="menu-words">
    <Copy label="Invitation link" value={link} />
    <p className="small">It works once, for 24 hours. A link that was emailed before no longer does.</p>
  </div>
);
