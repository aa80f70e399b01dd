import { setTimeout as sleep } from "node:timers/promises";
import { AddMember, addMember } from "@/lib/members/add";
import { disableMember } from "@/lib/members/disable";
import { editMember } from "@/lib/members/edit";
import { enableMember } from "@/lib/members/enable";
import { deleteUser } from "@/lib/users/delete";
import { startWorker } from "@/lib/worker/worker";
import { type Company, makeCompany, onceKey, unique, viewerOf } from "@/tests/support/cast";
import { editFormOf } from "@/tests/support/forms/edit-form";
import { preview, send } from "@/tests/support/inviting";

export type Load = {
  /** How many changes have been committed so far, the worker's not counted. */
  writes: () => number;
  stop: () => Promise<void>;
};

const COMPANIES = 2;

/** People are added, edited, disabled, deleted and invited in several companies at once, and a worker sends the emails. */
export async function startLoad(): Promise<Load> {
  const state = { writes: 0, stopping: false };
  const lane = async (work: () => Promise<number>) => {
    while (!state.stopping) state.writes += await work();
  };
  const worker = startWorker();
  const companies = await Promise.all(Array.from({ length: COMPANIES }, () => makeCompany()));
  const lanes = companies.flatMap((company) => [
    lane(() => aLife(company)),
    lane(() => aWelcome(company)),
    lane(() => aCrowd(company)),
  ]);
  const running = Promise.all(lanes);
  const trouble: unknown[] = [];
  running.catch((error: unknown) => trouble.push(error));
  return {
    writes() {
      if (trouble.length > 0) throw trouble[0];
      return state.writes;
    },
    async stop() {
      state.stopping = true;
      await running.finally(worker.stop);
    },
  };
}

/** Somebody comes, is renamed, disabled and enabled, and goes. */
async function aLife(company: Company): Promise<number> {
  const viewer = await viewerOf(company.ana);
  const line = await company.number();
  const person = await company.endUser({ lines: [line] });
  const { memberId } = person;
  await editMember(viewer, await editFormOf(person, { lastName: `Renamed ${unique()}` }));
  await disableMember(viewer, { memberId, once: onceKey() });
  await enableMember(viewer, { memberId, once: onceKey() });
  await deleteUser(viewer, { memberId, once: onceKey() });
  return 5;
}

async function aWelcome(company: Company): Promise<number> {
  const viewer = await viewerOf(company.ana);
  const own = `w${unique()}`;
  const form = { firstName: "Wim", lastName: "Okafor", defaultNumber: "", contactNumber: "", timeZone: "UTC" };
  const more = { username: own, email: `${own}@load.example`, userType: "end-user", once: onceKey() };
  await addMember(viewer, await AddMember(viewer).parseAsync({ ...form, ...more }));
  return 1;
}

/** Writing fifty letters keeps a core busy for a while, so a crowd comes only now and then. */
async function aCrowd(company: Company): Promise<number> {
  const viewer = await viewerOf(company.ana);
  const addresses = Array.from({ length: 50 }, () => `c${unique()}@load.example`).join("\n");
  const { batchId } = await preview(viewer, { addresses });
  await send(viewer, batchId);
  await sleep(2000);
  return 2;
}
