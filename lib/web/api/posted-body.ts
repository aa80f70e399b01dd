import { MOST_NEWS } from "../server/request-limits";

/** Nothing where there is more than anybody would sign: whoever sends it in pieces need not say how much it will be. */
export async function postedBody({ headers, body }: Request): Promise<string | undefined> {
  if (Number(headers.get("content-length") ?? 0) > MOST_NEWS) return undefined;
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for (const reader = body?.getReader(); reader; ) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.byteLength;
    if (bytes > MOST_NEWS) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(value);
  }
  return Buffer.concat(chunks).toString("utf8");
}
