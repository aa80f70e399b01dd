import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import path from "node:path";
import { env } from "@/lib/env";
import { keepSecret, readSecret } from "./secrets";

const first = () => ({
  dir: env().dataDir,
  name: "demo-admin-password",
  least: 1,
  loss: "it is printed no more; the demo Admin's password stays as it is",
});

/** Where the demo Admin's first password is kept. */
export const passwordFile = () => path.join(first().dir, first().name);

/**
 * Decides the demo Admin's password while there is no account yet: DEMO_ADMIN_PASSWORD, or what a start that was killed
 * had decided, or a random one. Afterwards it gives what was decided then; the Admin may have changed it since.
 */
export function firstPassword(hasAccount: boolean): string {
  const { demoAdminPassword } = env();
  const kept = readSecret(first());
  if (hasAccount) return kept ?? "";
  const password = demoAdminPassword ?? kept ?? randomBytes(12).toString("base64url");
  if (password !== kept) keepSecret(first(), password);
  return password;
}

/** What a start that was killed had decided for a demo that is not wanted any more. */
export const forgetFirstPassword = () => rmSync(passwordFile(), { force: true });
