import { db } from "@/db";
import { accounts } from "@/db/schema";
import { accountManagedBy } from "../access/scope";
import type { Viewer } from "../access/viewer";
import { sha256 } from "../crypto";
import type { Country } from "../numbers/countries";

/** The company's information, for those who may change it; null for everybody else. */
export async function getCompany(viewer: Viewer) {
  const [company] = await db.select(companyInformation).from(accounts).where(accountManagedBy(viewer));
  return company ? { ...company, seen: digestOf(company) } : null;
}

export const companyInformation = {
  name: accounts.name,
  address: accounts.address,
  phone: accounts.phone,
  website: accounts.website,
  country: accounts.country,
  timeZone: accounts.timeZone,
};

type Company = {
  name: string;
  address: string | null;
  phone: string | null;
  website: string | null;
  country: Country;
  timeZone: string;
};

/** Stands for the state that a form was filled in from: the counts on the same row change all the time, these do not. */
export const digestOf = ({ name, address, phone, website, country, timeZone }: Company) =>
  sha256(JSON.stringify([name, address, phone, website, country, timeZone])).toString("base64url");
