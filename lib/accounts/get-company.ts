import { db } from "@/db";
import { accounts } from "@/db/schema";
import { accountManagedBy } from "../access/scope";
import type { Viewer } from "../access/viewer";

/** The company's information, for those who may change it; null for everybody else. */
export async function getCompany(viewer: Viewer) {
  const [company] = await db.select(companyInformation).from(accounts).where(accountManagedBy(viewer));
  return company ?? null;
}

export const companyInformation = {
  name: accounts.name,
  address: accounts.address,
  phone: accounts.phone,
  website: accounts.website,
  country: accounts.country,
  timeZone: accounts.timeZone,
  confirmAbove: accounts.confirmAbove,
  revision: accounts.revision,
};
