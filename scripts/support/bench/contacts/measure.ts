import { ACCOUNT_SID, AUTH_TOKEN } from "@/tests/support/carrier/twilio";
import { startServer } from "@/tests/support/run/server";
import { endWith } from "../../life";
import { say, step } from "../../say";
import { loadInRounds } from "../load";
import { cookieOf } from "../login";
import { GOALS, tellRatios } from "../table";
import { frozenCampaign, measureSending } from "./campaigns";
import { benchCarrier } from "./carrier";
import { contactsCompanies } from "./company";
import { contactPages } from "./pages";

type Measuring = {
  databaseUrl: string;
  password: string;
  hash: string;
  contacts: { small: number; large: number };
  how: { seconds: number; rounds: number };
  only: string;
};

/** A campaign's page may count what a hundred times as many recipients came to. */
const CAMPAIGN_GOALS = { toSmall: 2, toEmpty: 2.5 };

/** A company of a million contacts against one of ten thousand, and a campaign to all of them. */
export async function measureContacts({ databaseUrl, password, hash, contacts, how, only }: Measuring) {
  const { empty, small, large } = await step(`Seeding ${contacts.large.toLocaleString("en")} contacts`, () =>
    contactsCompanies(contacts, hash),
  );
  const campaigns = { small: await frozenCampaign(small), large: await frozenCampaign(large) };
  const carrier = await benchCarrier();
  endWith("the carrier", carrier.close);
  const texting = { TWILIO_ACCOUNT_SID: ACCOUNT_SID, TWILIO_AUTH_TOKEN: AUTH_TOKEN, TWILIO_BASE_URL: carrier.url };
  const server = await step("Starting a server that texts", () =>
    startServer({ DATABASE_URL: databaseUrl, ...texting }),
  );
  endWith("the server that texts", server.stop);
  const { url, pid } = server;
  const login = async ({ username }: { username: string }) => cookieOf(url, { username, password });
  const cookies = { small: await login(small), large: await login(large), empty: await login(empty) };
  const target = (name: string, path: string, cookie: string) => ({ name, url: url + path, cookie });
  const nothing = target("empty page", "/admin/groups", cookies.empty);
  const told = (round: number) => say(`Round ${round} of ${how.rounds}`);
  const measure = (largePages: Record<string, string>, smallPages: Record<string, string>) =>
    loadInRounds(
      Object.entries(largePages)
        .filter(([name]) => name.includes(only))
        .map(([name, path]) => ({
          ...{ name, empty: nothing, large: target(name, path, cookies.large) },
          small: target(name, smallPages[name] ?? "", cookies.small),
        })),
      { ...how, pid, told },
    );
  const pagesOf = ({ id }: { id: string }) => ({
    "Campaigns, the list": "/campaigns",
    "A campaign": `/campaigns/${id}`,
  });
  const lists = await measure(await contactPages(large), await contactPages(small));
  const reports = await measure(pagesOf(campaigns.large), pagesOf(campaigns.small));
  say(`\n${large.contacts} contacts against ${small.contacts}; goals ${GOALS.toSmall} and ${GOALS.toEmpty}`);
  const missed = [...tellRatios(lists), ...tellRatios(reports, CAMPAIGN_GOALS)];
  missed.push(...campaigns.small.missed, ...campaigns.large.missed);
  missed.push(
    ...(await measureSending({ url, cookie: cookies.large }, carrier, {
      id: campaigns.large.id,
      line: large.line,
      pid,
    })),
  );
  await server.stop();
  return missed;
}
