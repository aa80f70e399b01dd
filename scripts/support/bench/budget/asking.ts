import { Agent, request } from "node:http";
import { text } from "node:stream/consumers";
import { createGunzip } from "node:zlib";

export type Asked = { url: string; cookie?: string; form?: FormData };
/** `sent`: bytes of the body as they came, packed; `raw`: as a browser unpacks them. */
export type Answer = { status: number; body: string; cookies: string[]; sent: number; raw: number };

/** One connection that stays open, as one browser has it. */
const agent = new Agent({ keepAlive: true, maxSockets: 1 });

export async function ask({ url, cookie = "", form }: Asked, through = agent): Promise<Answer> {
  const { headers: said, body } = await posted(form);
  const headers = { cookie, accept: "text/html", "accept-encoding": "gzip", ...said };
  return new Promise((resolve, reject) => {
    const method = body ? "POST" : "GET";
    const asked = request(url, {
      agent: through,
      method,
      headers: { ...headers, ...(body && { origin: new URL(url).origin }) },
    });
    asked.once("error", reject).once("response", async (res) => {
      let sent = 0;
      res.on("data", (chunk: Buffer) => {
        sent += chunk.length;
      });
      const isPacked = res.headers["content-encoding"] === "gzip";
      const whole = await text(isPacked ? res.pipe(createGunzip()) : res).catch(reject);
      if (whole === undefined) return;
      const { statusCode: status = 0, headers: told } = res;
      resolve({ status, body: whole, cookies: told["set-cookie"] ?? [], sent, raw: Buffer.byteLength(whole) });
    });
    asked.end(body);
  });
}

async function posted(form: FormData | undefined) {
  if (!form) return { headers: {} };
  const packed = new Response(form);
  const body = Buffer.from(await packed.arrayBuffer());
  return { headers: { "content-type": packed.headers.get("content-type") ?? "" }, body };
}

/** The form with a field of that name, filled in as the page shows it, as a browser without scripts sends it. */
export function formWith(html: string, field: string): FormData {
  const [, ...forms] = html.split("<form");
  const form = forms.map((each) => each.split("</form>")[0] ?? "").find((each) => each.includes(`name="${field}"`));
  if (form === undefined) throw new Error(`no form with ${field}`);
  const data = new FormData();
  for (const [tag] of form.matchAll(/<input\b[^>]*>/g)) {
    const isBox = /\stype="(checkbox|radio)"/.test(tag);
    const name = attribute(tag, "name");
    if (name !== "" && (!isBox || /\schecked=/.test(tag)))
      data.append(name, attribute(tag, "value") || (isBox ? "on" : ""));
  }
  for (const [, tag = "", options = ""] of form.matchAll(/(<select\b[^>]*>)(.*?)<\/select>/gs)) {
    const all = [...options.matchAll(/<option\b[^>]*>/g)].map(([option]) => option);
    data.append(
      attribute(tag, "name"),
      attribute(all.find((option) => /\sselected=/.test(option)) ?? all[0] ?? "", "value"),
    );
  }
  return data;
}

const attribute = (tag: string, name: string) =>
  (new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? "")
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
