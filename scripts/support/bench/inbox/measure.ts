import { db } from "@/db";
import { countDays } from "@/lib/reports/count-days";
import { ACCOUNT_SID, AUTH_TOKEN, startFakeTwilio } from "@/tests/support/carrier/twilio";
import { startServer } from "@/tests/support/run/server";
import { endWith } from "../../life";
import { say, step } from "../../say";
import { loadInRounds } from "../load";
import { cookieOf } from "../login";
import { tellRatios } from "../table";
import { e164Of, inboxCompanies } from "./company";
import { measureCuts } from "./cuts";
import { measureFile } from "./file";
import { inboxPages } from "./pages";
import { measureTabs } from "./tabs";
import { replyAgainstNote } from "./verbs";
import { measureWebhooks } from "./webhooks";

const GOALS = { toSmall: 2, toEmpty: 2.5 };
const EACH = 10;

type Measuring = {
  databaseUrl: string;
  password: string;
  hash: string;
  messages: { small: number; large: number };
  how: { seconds: number; rounds: number };
  only: string;
};

/** The Inbox of a company with a million messages against one with ten thousand, and what comes in by itself. */
export async function measureInbox({ databaseUrl, password, hash, messages, how, only }: Measuring) {
  const sizes = { small: messages.small / EACH, large: messages.large / EACH };
  const {
    empty: nobody,
    small,
    large,
  } = await step(`Seeding ${messages.large.toLocaleString("en")} messages`, () => inboxCompanies(sizes, hash));
  // Otherwise the server's own worker does it beside what is measured.
  await step("Counting days", countDays);
  const carrier = await startFakeTwilio();
  endWith("the carrier", carrier.close);
  const texting = { TWILIO_ACCOUNT_SID: ACCOUNT_SID, TWILIO_AUTH_TOKEN: AUTH_TOKEN, TWILIO_BASE_URL: carrier.url };
  const settings = { DATABASE_URL: databaseUrl, ...texting };
  let server = await step("Starting a server that texts", () => startServer(settings));
  endWith("the server that texts", () => server.stop());
  const { url, port } = server;
  const cookies = {
    small: await cookieOf(url, { username: small.username, password }),
    large: await cookieOf(url, { username: large.username, password }),
    empty: await cookieOf(url, { username: nobody.username, password }),
  };
  const [pages, smallPages] = [await inboxPages(large), await inboxPages(small)];
  const target = (name: string, path: string, cookie: string) => ({ name, url: url + path, cookie });
  const empty = target("empty page", "/admin/numbers", cookies.empty);
  const trios = Object.entries(pages)
    .filter(([name]) => name.includes(only))
    .map(([name, path]) => ({
      ...{ name, empty, large: target(name, path, cookies.large) },
      small: target(name, smallPages[name] ?? "", cookies.small),
    }));
  const restart = async (meanwhile: () => Promise<void>) => {
    await server.stop();
    await meanwhile();
    server = await startServer(settings, { port });
  };
  const told = (round: number) => say(`Round ${round} of ${how.rounds}`);
  const measured = await loadInRounds(trios, { ...how, pid: server.pid, told });
  say(
    `\nThe Inbox of ${large.messages} messages against ${small.messages}; goals ${GOALS.toSmall} and ${GOALS.toEmpty}`,
  );
  const missed = tellRatios(measured, GOALS);
  const door = { url, cookie: cookies.large };
  const lines = await Promise.all(large.lines.map((line) => e164Of(db, line)));
  missed.push(...(await measureTabs({ ...door, pid: server.pid, lines })));
  // After the tabs: its replies are sent for minutes, and each that is on its way changes what they show.
  missed.push(...(await replyAgainstNote(large)));
  missed.push(...(await measureCuts({ ...door, line: lines[1] ?? "", restart })));
  missed.push(...(await measureWebhooks({ ...door, pid: server.pid }, lines)));
  missed.push(...(await measureFile(large, { ...door, pid: server.pid })));
  await server.stop();
  return missed;
}
