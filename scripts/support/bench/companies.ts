import { createAccount } from "@/lib/accounts/create";
import { change } from "@/lib/change";
import { seedCompany } from "../seed/company";
import { addLead } from "./lead";
import { type BenchPage, pagesOf } from "./pages";

/** `admin` and `lead` are usernames: an Admin of the whole company, and one of a single group in its tree. */
export type BenchCompany = {
  name: string;
  users: number;
  admin: string;
  lead: string;
  pages: Record<string, BenchPage>;
};

const SYSTEM = { kind: "system", name: "Bench" } as const;
const TREE = { groups: 2000, numbers: 500 };

/** A company of that many people, in a tree of the same size whatever their number, and the pages that are measured. */
export async function benchCompany(count: number, passwordHash: string): Promise<BenchCompany> {
  const [name, admin, lead] = [`Bench ${count}`, `admin.${count}`, `lead.${count}`];
  const account = await change(SYSTEM, undefined, (c) =>
    createAccount(c, {
      company: name,
      timeZone: "America/Los_Angeles",
      admin: { firstName: "Ana", lastName: "Bench", username: admin, email: `${admin}@bench.example`, passwordHash },
    }),
  );
  const { accountId: id, rootGroupId } = account;
  if (count > 1) await seedCompany({ account: { id, name, rootGroupId }, users: count - 1, passwordHash, ...TREE });
  if (count > 1) await addLead({ id, name }, { username: lead, passwordHash });
  return { name, users: count, admin, lead, pages: await pagesOf(id, count) };
}
