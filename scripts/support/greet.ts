import path from "node:path";
import { env } from "@/lib/env";
import { passwordFile } from "./first-password";
import { complain, say } from "./say";

/** `setupCode` is given while no account exists. */
export type Greeting = { password?: string | undefined; setupCode?: string | undefined };

/** What whoever started Lineup needs to know now. */
export function greet({ password, setupCode }: Greeting) {
  const { appUrl, resendApiKey, embedded, mailboxWord } = env();
  const rows: [string, string][] = [["Lineup is at", appUrl]];
  if (setupCode) rows.push(["Set up at", `${appUrl}/setup`], ["Setup code", `${setupCode}${whoIsAsked()}`]);
  if (password) {
    rows.push(["Admin's username", "admin"], ["Admin's password", password]);
    rows.push(["", `(as made at the first start, kept in ${path.relative(process.cwd(), passwordFile())})`]);
  }
  if (resendApiKey) rows.push(["Emails", "sent through Resend"]);
  if (env().twilioAccountSid) rows.push(["Texts", "sent through Twilio"]);
  else if (embedded) rows.push(["A customer's telephone", `${appUrl}/dev/phone`]);
  if (mailboxWord) rows.push(["Emails land in", `${appUrl}/dev/mailbox?word=${mailboxWord}`]);
  const width = Math.max(...rows.map(([name]) => name.length)) + 3;
  say(
    ["", ...rows.map(([name, value]) => `  ${name.padEnd(width)}${value}`), "", "  Ctrl-C stops everything.", ""].join(
      "\n",
    ),
  );
  if (!resendApiKey && !embedded) complain("RESEND_API_KEY is not set: email waits in the outbox until it is.");
  if (!env().twilioAccountSid && !embedded) complain("TWILIO_ACCOUNT_SID is not set: texts wait until it is.");
}

/** Who sits at the computer of the embedded database is not asked, unless others reach it. */
const whoIsAsked = () => (env().embedded && env().isOnlyHere ? "   (not asked for on this computer)" : "");
