import { unseal } from "../../crypto";
import { renderLetter } from "../../email/render";
import type { Message } from "../../email/send";
import { isTemplate, templates } from "../../email/templates";
import type { Delivery } from "../../email/verdict";
import type { Claimed } from "./claim";

/** Why nobody should get this email any more, or nothing. */
export function reasonToDrop({ memberId, memberStatus, template }: Claimed): string | undefined {
  if (memberId === null || (isTemplate(template) && templates[template].alwaysSent)) return undefined;
  if (memberStatus === null) return "dropped: the user was deleted";
  if (memberStatus === "Disabled") return "dropped: the user is disabled";
  return undefined;
}

/** The email as it will be read, or why it can't be written. */
export async function openLetter({ id, to, template, props, secret }: Claimed): Promise<Message | Delivery> {
  // Queued by a newer version of the portal: a server that has it will come.
  if (!isTemplate(template)) return { kind: "retry", error: `no template "${template}" here` };
  const url = secret ? opened(secret) : undefined;
  if (url === null) return { kind: "refused", error: "Its link was sealed under another AUTH_SECRET." };
  return { id, to, ...(await renderLetter(template, props, url)) };
}

function opened(secret: Buffer): string | null {
  try {
    return unseal("outbox", secret);
  } catch {
    return null;
  }
}
