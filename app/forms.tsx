import type { ReactNode } from "react";
import { MakeWayForm } from "@/components/form/make-way";
import { FormSetting } from "@/components/form/setting";
import { sealOwner } from "@/lib/forms/owner";
import { keptForms } from "@/lib/web/kept-forms";
import { currentViewer } from "@/lib/web/viewer";
import { drop, makeWay } from "./actions";

/** Around every page with forms: they say for whom they were made, and show what was kept of them. */
export async function Forms({ children }: { children: ReactNode }) {
  const viewer = await currentViewer();
  return (
    <FormSetting owner={viewer ? sealOwner(viewer) : ""} kept={await keptForms()} drop={drop}>
      {children}
      {viewer && <MakeWayForm action={makeWay} once={crypto.randomUUID()} />}
    </FormSetting>
  );
}
