import type { MessageInstance, MessageListInstancePageOptions } from "twilio/lib/rest/api/v2010/account/message";
import type { Carried, Inbound, Text } from "../carrier";
import { Refusal, twilioClient } from "./client";
import { codeOf, stateOf } from "./states";

/** No more is looked through for one text. */
const MOST = 5000;

/** Twilio's clock may be behind ours. What is found is no other text's, so a wide look finds nothing wrong. */
const SLACK_MS = 900_000;

/**
 * What still waits to be sent has no date of sending, by which alone Twilio filters and sorts: it may stand anywhere. So
 * without a filter, and to the end.
 */
export async function find({ from, to, body }: Text, since: Date): Promise<Carried[]> {
  const found: Carried[] = [];
  const oldest = since.getTime() - SLACK_MS;
  const isOld = ({ dateCreated }: MessageInstance) => dateCreated && dateCreated.getTime() < oldest;
  let seen = 0;
  for await (const each of listed({ from, to, pageSize: 500 })) {
    if (++seen > MOST && found.length === 0) throw new Error("too many texts to look through");
    if (seen > MOST) break;
    if (!isOld(each) && each.direction !== "inbound" && isSame(each.body, body)) found.push(carried(each));
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
    for await (const each of listed({ to: number, dateSentAfter: moment, pageSize: 100 }))
      if (each.direction === "inbound") found.push(await inbound(each));
  // Told newest first, to the second.
  return found.reverse().sort((a, b) => Number(a.at) - Number(b.at));
}

async function inbound(each: MessageInstance): Promise<Inbound> {
  const media = Number(each.numMedia) > 0 ? await mediaOf(each.sid) : [];
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

/** None where it was deleted there meanwhile. Of a list's own rows the library does not know by what name to ask. */
async function mediaOf(sid: string) {
  const client = await twilioClient();
  try {
    return await client.messages(sid).media.list({ limit: 10 });
  } catch (error) {
    if (error instanceof Refusal && error.status === 404) return [];
    throw error;
  }
}

async function* listed(which: MessageListInstancePageOptions) {
  const client = await twilioClient();
  let page: Pick<Awaited<ReturnType<typeof client.messages.page>>, "instances" | "nextPage"> | undefined;
  page = await client.messages.page(which);
  while (page) {
    yield* page.instances;
    page = page.instances.length > 0 ? await page.nextPage() : undefined;
  }
}
