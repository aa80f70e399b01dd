"use client";

import { useContext } from "react";
import { FormContext, namedIn } from "@/components/form/context";
import { Submit } from "@/components/form/submit";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

/** Once it is known whom somebody means, it asks; the second "Merge" does it. */
export function MergeQuestion({ page }: { page: string }) {
  const { state, sent } = useContext(FormContext);
  const { sure, sureOf } = state.errors;
  if (!sure || !sureOf)
    return (
      <div>
        <Submit variant="secondary">Merge</Submit>
      </div>
    );
  return (
    <Notice tone="wait">
      <input type="hidden" {...namedIn(sent, "sure")} value={sureOf} />
      <p className="font-semibold">{sure}</p>
      <ul className="my-2 grid list-disc gap-1 pl-5">
        <li>The other one is no contact of its own any more: its telephone and conversations are shown here.</li>
        <li>What is not known here comes from it; its notes and groups are added.</li>
        <li>You can undo this for 30 days.</li>
      </ul>
      <div className="flex flex-wrap gap-2">
        <Submit>Merge</Submit>
        <ButtonLink href={page}>Cancel</ButtonLink>
      </div>
    </Notice>
  );
}
