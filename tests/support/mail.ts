import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import type { FakeResend } from "./resend";
import { given } from "./run/env";

const Email = z.object({ to: z.array(z.string()), subject: z.string(), html: z.string(), text: z.string() });
export type Email = z.infer<typeof Email>;

/** The provider runs beside the server; the tests, in processes of their own, look at what it caught through this. */
export async function openMailWindow(provider: FakeResend): Promise<{ url: string; close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    const address = new URL(request.url ?? "/", "http://window").searchParams.get("to") ?? "";
    response.setHeader("content-type", "application/json").end(JSON.stringify(provider.emailsTo(address)));
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((closed) => {
      server.close(() => closed());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port}`, close };
}

export const mail = {
  /** What was sent to an address, oldest first. */
  async to(address: string): Promise<Email[]> {
    const answer = await fetch(`${given("TEST_MAIL_URL")}/?${new URLSearchParams({ to: address })}`);
    return z.array(Email).parse(await answer.json());
  },

  /** The newest email to an address that fits; waits for the worker to have sent it. */
  async wait(address: string, fits: (email: Email) => boolean = () => true): Promise<Email> {
    for (const until = Date.now() + 120_000; ; await sleep(100)) {
      const found = (await mail.to(address)).findLast(fits);
      if (found) return found;
      if (Date.now() > until) throw new Error(`no such email to ${address} within two minutes`);
    }
  },

  /** The link in the newest email to an address that has one like that. `notThis` is an older one, to wait for another. */
  async linkFor(address: string, like: RegExp, notThis?: string): Promise<string> {
    const linkIn = ({ text }: Email) => text.match(/https?:\/\/\S+/g)?.find((url) => like.test(url) && url !== notThis);
    return linkIn(await mail.wait(address, (email) => linkIn(email) !== undefined)) ?? "";
  },
};
