import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { env } from "@/lib/env";
import { clientAddress } from "@/lib/web/request";
import { isLocal } from "./is-local";

/** The mailbox holds everybody's links: only on the embedded database, without a provider, for this machine. */
export async function localOnly(): Promise<void> {
  const { embedded, resendApiKey } = env();
  const sent = await headers();
  const local = isLocal({
    address: await clientAddress(),
    host: sent.get("x-forwarded-host") ?? sent.get("host") ?? "",
  });
  if (!embedded || resendApiKey || !local || sent.has("x-lineup-passed-on")) notFound();
}
