"use client";

import { useContext, useState } from "react";
import { newOnce } from "@/components/form/answer";
import { FormContext } from "@/components/form/context";
import { Form } from "@/components/form/form";
import { Revision } from "@/components/form/revision";
import { Submit } from "@/components/form/submit";
import { staying } from "@/components/form/use-answer";
import { OverPage } from "@/components/shell/over-page";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { type FormState, initialFormState } from "@/lib/form-state";
import { WhatChanges } from "../[memberId]/what-changes";
import { edit } from "../actions";
import type { PanelData } from "./panel-data";
import { PanelFields } from "./panel-fields";

export type Panel = { data: PanelData; row: HTMLElement; close: () => void };

/** Somebody's role, group, products and lines, changed beside their row: the list stays where it is. */
export function AccessPanel({ data, row, close }: Panel) {
  const { member, before, details, group } = data;
  const [once] = useState(newOnce);
  const [only, ...others] = member.roles;
  const one = others.length === 0 ? only : undefined;
  const values = {
    newRole: one?.role ?? "",
    newGroup: one?.groupId ?? group,
    defaultNumber: member.defaultNumberId ?? "",
  };
  const page = `/admin/users/${member.id}`;

  async function save(state: FormState, sent: FormData) {
    const answer = await staying(edit)(state, sent);
    if (answer === initialFormState) close();
    return answer;
  }

  return (
    <OverPage title={`Access of ${member.name}`} close={close} beside={row}>
      <Form action={save} name="" once={once} values={values} version={member.revision} className="grid gap-4">
        <input type="hidden" name="memberId" value={member.id} />
        <Revision now={member.revision} page={`${page}?tab=access`} />
        {Object.entries(details).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <WrongDetails names={Object.keys(details)} page={page} />
        <PanelFields data={data} one={one} />
        <WhatChanges before={before} />
        <div className="sticky -bottom-6 z-10 -mx-6 -mb-6 flex gap-2 border-line border-t bg-panel px-6 py-3">
          <Submit>Save</Submit>
          <Button variant="quiet" onClick={close}>
            Cancel
          </Button>
        </div>
      </Form>
    </OverPage>
  );
}

/** What keeps the details from being saved again is mended where they are. */
function WrongDetails({ names, page }: { names: string[]; page: string }) {
  const { errors } = useContext(FormContext).state;
  const wrong = names.flatMap((name) => errors[name] ?? []);
  return (
    wrong.length > 0 && (
      <Notice tone="bad">
        {wrong.join(" ")}{" "}
        <a className="link" href={page}>
          Mend it on their page
        </a>
      </Notice>
    )
  );
}
