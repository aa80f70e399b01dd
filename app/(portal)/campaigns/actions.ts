"use server";

import { CAMPAIGNS } from "@/lib/campaigns/campaigns-query";
import { HoldCampaign, pauseCampaign, resumeCampaign, stopCampaign } from "@/lib/campaigns/hold";
import { MakeGroup, makeGroup } from "@/lib/campaigns/report/make-group";
import { AddCampaign, addCampaign, EditCampaign, editCampaign } from "@/lib/campaigns/save";
import { SendTest, sendTest } from "@/lib/campaigns/send-test";
import { ConfirmCampaign, confirmCampaign, StartCampaign, startCampaign } from "@/lib/campaigns/start";
import { CONTACTS } from "@/lib/contacts/contacts-query";
import { formatNumber } from "@/lib/numbers/format-number";
import { goTo, stay } from "@/lib/web/back";
import { figures } from "@/lib/web/figures";
import { formAction } from "@/lib/web/form-action";
import { peopleWords } from "../contacts/words";

const begun = (name: string, state: "scheduled" | "sending") =>
  state === "scheduled" ? `${name} is scheduled.` : `${name} is being sent.`;

export const add = formAction(AddCampaign, addCampaign, ({ id }) =>
  goTo(`${CAMPAIGNS}/${id}`, "Saved as a draft. Look it over before it is sent."),
);
export const edit = formAction(EditCampaign, editCampaign, ({ id }) =>
  goTo(`${CAMPAIGNS}/${id}`, "Saved. Look it over before it is sent."),
);
export const start = formAction(StartCampaign, startCampaign, ({ name, state }) =>
  stay(state === "asked" ? `${name} waits for somebody else to confirm it.` : begun(name, state)),
);
export const confirm = formAction(ConfirmCampaign, confirmCampaign, ({ name, state }) => stay(begun(name, state)));
export const pause = formAction(HoldCampaign, pauseCampaign, ({ name }) => stay(`${name} is paused.`));
export const resume = formAction(HoldCampaign, resumeCampaign, ({ name }) => stay(`${name} goes on.`));
export const stop = formAction(HoldCampaign, stopCampaign, ({ name }) => stay(`${name} is stopped.`));
export const test = formAction(SendTest, sendTest, ({ phone }) =>
  stay(`A test is on its way to ${formatNumber(phone)}.`),
);
export const makeGroupOf = formAction(
  MakeGroup,
  makeGroup,
  async ({ id, name, people }) =>
    goTo(`${CONTACTS}?group=${id}`, `${name} is added, with ${peopleWords(people, await figures())}.`),
  { acts: { pause, resume, stop } },
);
