import type { Viewer } from "../access/viewer";
import { type Limit, takeTry } from "../auth/throttle";
import type { Fetched, Missed } from "../carrier/media/fetch-media";
import { log } from "../log";
import { OWN_POLICY, pageAnswer } from "./server/own-policy";
import { plainPage } from "./server/refusal/plain-page";

const anHour = ({ memberId }: Viewer): Limit => ({ name: "media", of: memberId, most: 1000, minutes: 60 });

type Media = { at: Date; place: number };

const page = (status: number, title: string, why: string) =>
  pageAnswer(plainPage({ status, title, main: `<h1>${title}</h1>\n<p>${why}</p>` }));

/** Not opened here, by no browser: a file to keep, of a kind that we know, under a name of ours. */
export async function mediaDownload(viewer: Viewer, { at, place }: Media, fetch: () => Promise<Fetched>) {
  if (!(await takeTry(anHour(viewer)))) return page(429, "Too many files", "Wait a while, then try again.");
  const fetched = await fetch();
  if ("missed" in fetched) return missing(fetched.missed);
  log.info("media.downloaded", { member: viewer.memberId, bytes: fetched.bytes.length });
  const name = `from-customer-${at.toISOString().slice(0, 10)}-${place}.${fetched.ending}`;
  return new Response(new Uint8Array(fetched.bytes), {
    headers: {
      "content-type": fetched.type,
      // Also where somebody has it shown after all.
      [OWN_POLICY]: "default-src 'none'; sandbox",
      "content-length": String(fetched.bytes.length),
      "content-disposition": `attachment; filename="${name}"`,
    },
  });
}

function missing(why: Missed): Response {
  log.info("media.missed", { why });
  switch (why) {
    case "gone":
      return page(410, "No longer there", "The carrier doesn't have this file any more.");
    case "too large":
      return page(422, "Too large", "This file is larger than 10 MB, and is not handed on.");
    case "of no kind":
      return page(422, "Not handed on", "This file is of a kind that may do harm. Ask the customer to send a picture.");
    case "no answer":
      return page(502, "The carrier doesn't answer", "Try again in a moment.");
  }
}
