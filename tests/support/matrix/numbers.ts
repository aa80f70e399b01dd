import { AddAccount, addAccount } from "@/lib/accounts/add";
import { EditCompany, editCompany } from "@/lib/accounts/edit-company";
import { getCompany } from "@/lib/accounts/get-company";
import { AddNumber, addNumber } from "@/lib/numbers/add";
import { EditNumber, editNumber } from "@/lib/numbers/edit";
import { GiveLine, giveLine } from "@/lib/numbers/give-line";
import { TakeLine, takeLine } from "@/lib/numbers/take-line";
import { viewerOf } from "../cast";
import { numberFormOf } from "../number-form";
import type { Row } from "./target";
/** What is done to numbers and to the company. */
export const NUMBER_ACTIONS: Record<string, Row> = {
  addNumber: {
    permission: "numbers.manage",
    everywhere: true,
    act: (v) => addNumber(v, AddNumber(v).parse({ number: `+1415${String(Date.now()).slice(-7)}`, label: "New" })),
  },
  editNumber: {
    permission: "numbers.manage",
    act: async (v, t) => {
      const unknown = () => ({ groupId: t.placeId, revision: 1, status: "Active" });
      const form = await numberFormOf({ id: t.numberId }).catch(unknown);
      return editNumber(v, EditNumber.parse({ ...form, numberId: t.numberId, label: "Renamed" }));
    },
  },
  giveLine: {
    permission: "numbers.manage",
    act: (v, t) => giveLine(v, GiveLine.parse({ numberId: t.numberId, person: t.pending.email })),
  },
  takeLine: {
    permission: "numbers.manage",
    act: (v, t) => takeLine(v, TakeLine.parse({ numberId: t.numberId, memberId: t.active.memberId })),
  },
  addAccount: {
    permission: "company.manage",
    everywhere: true,
    act: (v) => addAccount(v, AddAccount.parse({ company: "Another", timeZone: "UTC" })),
  },
  editCompany: {
    permission: "company.manage",
    everywhere: true,
    act: async (v, t) => {
      const revision = (await getCompany(await viewerOf(t.company.ana)))?.revision;
      return editCompany(v, EditCompany(v).parse({ name: "Renamed", timeZone: "UTC", revision }));
    },
  },
};
