import type { MessageInstance, MessageListInstancePageOptions } from "twilio/lib/rest/api/v2010/account/message";
import type { Carried, Inbound, Text } from "../carrier";
import { twilioClient } from "./client";
import { codeOf, stateOf } from "./states";

const PAGE = 100;

/** No more is looked through for one text. */
const MOST = 2000;

/** Twilio's clock may be behind ours. What is found is no other text's, so a wide look finds nothing wrong. */
const SLACK_MS = 900_000;

/** A text that has not left the queue has no date of sending, by which alone Twilio filters: so newest first, without. */
export async function find({ from, to, body }: Text, since: Date): Promise<Carried[]> {
  const found: Carried[] = [];
  const oldest = since.getTime() - SLACK_MS;
  for await (const each of listed({ from, to })) {
    if (each.dateCreated && each.dateCreated.getTime() < oldest) break;
    if (each.direction !== "inbound" && isSame(each.body, body)) found.push(carried(each));
  }
  return found;
}

/** Twilio writes this before the texts of who only tries it out. */
const TRIAL = "Sent from your Twilio trial account - ";

const bare = (text: string) => text.replace(/\s+/g, " ").trim();

const isSame = (theirs: string | null, ours: string) =>
  [bare(ours), bare(`${TRIAL}${ours}`)].includes(bare(theirs ?? ""));

const carried = ({ sid, status, errorCode }: MessageInstance): Carried => ({
  carrierId: sid,
  state: stateOf(status),
  code: codeOf(errorCode),
});

export async function ask(carrierId: string): Promise<Carried> {
  const client = await twilioClient();
  return carried(await client.messages(carrierId).fetch());
}

export async function since(moment: Date, to: readonly string[]): Promise<Inbound[]> {
  const found: Inbound[] = [];
  for (const number of to)
    for await (const each of listed({ to: number, dateSentAfter: moment }, Number.POSITIVE_INFINITY))
      if (each.direction === "inbound") found.push(await inbound(each));
  return found.sort((a, b) => Number(a.at) - Number(b.at));
}

async function inbound(each: MessageInstance): Promise<Inbound> {
  const media = Number(each.numMedia) > 0 ? await each.media().list({ limit: 10 }) : [];
  const base = (await twilioClient()).api.baseUrl;
  return {
    carrierId: each.sid,
    from: each.from ?? "",
    to: each.to ?? "",
    body: each.body ?? "",
    media: media.map(({ uri, contentType }) => ({ url: `${base}${uri.replace(/\.json$/, "")}`, type: contentType })),
    at: each.dateSent ?? each.dateCreated,
  };
}

async function* listed(which: MessageListInstancePageOptions, most = MOST) {
  const client = await twilioClient();
  let page: Pick<Awaited<ReturnType<typeof client.messages.page>>, "instances" | "nextPage"> | undefined;
  page = await client.messages.page({ ...which, pageSize: PAGE });
  for (let seen = 0; page; page = seen < most ? await page.nextPage() : undefined) {
    yield* page.instances;
    seen += page.instances.length || most;
  }
}
