/** Longer than anything that a provider sends about one email or one text. */
const MOST_BYTES = 100_000;

/**
 * Nothing where there is more than anybody would sign: whoever sends it in pieces need not say how much it will be. Nor
 * where the sender is gone in the middle of it: nobody reads the answer, and the news is sent again.
 */
export async function postedBody({ headers, body }: Request): Promise<string | undefined> {
  if (Number(headers.get("content-length") ?? 0) > MOST_BYTES) return undefined;
  try {
    return await textOf(body);
  } catch (error) {
    if (isCutOff(error)) return undefined;
    throw error;
  }
}

async function textOf(body: Request["body"]): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for (const reader = body?.getReader(); reader; ) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.byteLength;
    if (bytes > MOST_BYTES) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(value);
  }
  return Buffer.concat(chunks).toString("utf8");
}

const isCutOff = (error: unknown) => error instanceof Error && "code" in error && error.code === "ECONNRESET";
