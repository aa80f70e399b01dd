import path from "node:path";
import { env } from "@/lib/env";
import { passwordFile } from "./first-password";
import { complain, say } from "./say";

type Greeting = { password: string | undefined; setupCode: string | undefined };

/** What whoever started Lineup needs to know now. `setupCode` is given while no account exists. */
export function greet({ password, setupCode }: Greeting) {
  const { appUrl, resendApiKey, embedded } = env();
  const rows: [string, string][] = [["Lineup is at", appUrl]];
  if (password) {
    rows.push(["Admin's username", "admin"], ["Admin's password", password]);
    rows.push(["kept in", path.relative(process.cwd(), passwordFile())]);
  }
  if (setupCode) rows.push(["Set up at", `${appUrl}/setup`], ["Setup code", setupCode]);
  if (resendApiKey) rows.push(["Email", "sent through Resend"]);
  else if (embedded) rows.push(["Mailbox", `${appUrl}/dev/mailbox`]);
  const width = Math.max(...rows.map(([name]) => name.length)) + 3;
  say(
    ["", ...rows.map(([name, value]) => `  ${name.padEnd(width)}${value}`), "", "  Ctrl-C stops everything.", ""].join(
      "\n",
    ),
  );
  if (!resendApiKey && !embedded) complain("RESEND_API_KEY is not set: email waits in the outbox until it is.");
}
