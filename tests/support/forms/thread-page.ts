import type { Page } from "@playwright/test";
import { comesIn } from "../carrier/comes-in";
import type { Company, Person } from "../cast";
import { makeTalk } from "../talk";

type Here = { page: Page; company: Company; login: (page: Page, person: Person) => Promise<void> };
type Thread = {
  /** Otherwise nobody has it. */
  isTheirs?: true;
  lines?: string[];
  /** Where they go from the login: `thread`, unless it says otherwise. */
  path?: string;
};

/** Hana, on her one line, at a thread; and what its customer says next. */
export async function atThread({ page, company, login }: Here, { isTheirs, lines, path }: Thread = {}) {
  const line = await company.number();
  const hana = await company.endUser({ name: "Hana Sato", lines: [line] });
  const talk = await makeTalk({ line, ...(isTheirs && { claimedBy: hana }), ...(lines && { lines }) });
  await login(page, hana);
  await page.goto(path ?? `/inbox/${talk.id}`);
  return { line, hana, talk, hears: (words: string) => comesIn(talk.phone, line.e164, words) };
}

/** Once a page has asked anew for what it shows, as each does when it begins to hear of news. */
export async function hearsNews(page: Page, load: () => Promise<unknown> = () => page.reload()) {
  const isAsked = page.waitForResponse((response) => response.request().headers().rsc !== undefined);
  await load();
  await (await isAsked).finished();
}

export const thread = (page: Page) => page.getByRole("list", { name: "Messages" });
export const composer = (page: Page) => page.getByLabel("Message", { exact: true });
export const said = (page: Page, text: string) => thread(page).getByRole("listitem").filter({ hasText: text });
