import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { provide } from "@/lib/env";
import { endWith } from "./life";

export type OwnApp = { url: string; password: string };

/**
 * Settings for a Lineup of this script's own: an embedded database in a folder that goes away with it, a free port, no
 * email provider. What is set outside, for somebody's real Lineup, does not count. Call it before anything reads them.
 */
export async function ownApp(name: string): Promise<OwnApp> {
  const dir = mkdtempSync(path.join(tmpdir(), `lineup-${name}-`));
  chmodSync(dir, 0o755); // As root PostgreSQL runs as somebody else, who must get in.
  endWith("the folder", async () => rmSync(dir, { recursive: true, force: true }));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const password = randomBytes(12).toString("base64url");
  provide({
    ...NOTHING_FROM_OUTSIDE,
    DATA_DIR: path.join(dir, "data"),
    PORT: String(port),
    APP_URL: url,
    DEMO_ADMIN_PASSWORD: password,
  });
  return { url, password };
}

/** Empty is unset, and is not filled in from a `.env` either. */
const NOTHING_FROM_OUTSIDE = {
  DATABASE_URL: "",
  AUTH_SECRET: "",
  RESEND_API_KEY: "",
  RESEND_BASE_URL: "",
  MAIL_FROM: "",
  TWILIO_ACCOUNT_SID: "",
  TWILIO_AUTH_TOKEN: "",
  TWILIO_BASE_URL: "",
  TRUST_PROXY: "",
  HOST: "",
  DEMO: "",
};

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, () => {
      const address = probe.address();
      const port = typeof address === "object" && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
