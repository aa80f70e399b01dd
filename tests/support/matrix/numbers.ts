import { AddAccount, addAccount } from "@/lib/accounts/add";
import { CloseFirstDays, closeFirstDays } from "@/lib/accounts/close-first-days";
import { EditCompany, editCompany } from "@/lib/accounts/edit-company";
import { getCompany } from "@/lib/accounts/get-company";
import { getAutoReplace, SetAutoReplace, setAutoReplace } from "@/lib/auto-replace/set";
import { AddNumber, addNumber } from "@/lib/numbers/add";
import { AskForWebhook, askForWebhook } from "@/lib/numbers/carrier/ask-for-webhook";
import { EditNumber, editNumber } from "@/lib/numbers/edit";
import { GiveLine, giveLine } from "@/lib/numbers/give-line";
import { TakeLine, takeLine } from "@/lib/numbers/take-line";
import { viewerOf } from "../cast";
import { numberFormOf } from "../forms/number-form";
import type { Row } from "./target";

/** What is done to numbers and to the company. */
export const NUMBER_ACTIONS: Record<string, Row> = {
  addNumber: {
    permission: "numbers.manage",
    everywhere: true,
    form: () => ({ number: `+1415${String(Date.now()).slice(-7)}`, label: "New" }),
    send: (v, form) => addNumber(v, AddNumber(v).parse(form)),
  },
  editNumber: {
    permission: "numbers.manage",
    form: async (_, t) => {
      const unknown = () => ({ groupId: t.placeId, revision: 1, status: "Active" });
      const form = await numberFormOf({ id: t.numberId }).catch(unknown);
      return { ...form, numberId: t.numberId, label: "Renamed" };
    },
    send: (v, form) => editNumber(v, EditNumber.parse(form)),
  },
  giveLine: {
    permission: "numbers.manage",
    form: (_, t) => ({ numberId: t.numberId, person: t.pending.email.toUpperCase() }),
    send: (v, form) => giveLine(v, GiveLine.parse(form)),
  },
  takeLine: {
    permission: "numbers.manage",
    form: (_, t) => ({ numberId: t.numberId, memberId: t.active.memberId }),
    send: (v, form) => takeLine(v, TakeLine.parse(form)),
  },
  askForWebhook: {
    permission: "numbers.manage",
    form: (_, t) => ({ numberId: t.numberId }),
    send: (v, form) => askForWebhook(v, AskForWebhook.parse(form)),
  },
  addAccount: {
    permission: "company.manage",
    everywhere: true,
    form: () => ({ company: "Another", timeZone: "UTC" }),
    send: (v, form) => addAccount(v, AddAccount.parse(form)),
  },
  closeFirstDays: {
    permission: "company.manage",
    everywhere: true,
    form: () => ({}),
    send: (v, form) => closeFirstDays(v, CloseFirstDays.parse(form)),
  },
  setAutoReplace: {
    permission: "auto-replace.manage",
    everywhere: true,
    form: async (v) => ({
      ...{ autoReplace: "table", replacements: "… = ..." },
      revision: (await getAutoReplace(v))?.revision ?? 1,
    }),
    send: (v, form) => setAutoReplace(v, SetAutoReplace.parse(form)),
  },
  editCompany: {
    permission: "company.manage",
    everywhere: true,
    form: async (_, t) => ({
      ...{ name: "Renamed", timeZone: "UTC" },
      revision: (await getCompany(await viewerOf(t.company.ana)))?.revision,
    }),
    send: (v, form) => editCompany(v, EditCompany(v).parse(form)),
  },
};
