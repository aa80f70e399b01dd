import type { ManyDelivery } from "../../email/send-many";
import type { Delivery } from "../../email/verdict";
import { log } from "../../log";
import { providerAnswers } from "../../metrics";
import { pauseSending } from "./slots";

/** What the provider's answer means for all of us: it is counted, and when it has had enough, nobody asks for a while. */
export async function hear<D extends Delivery | ManyDelivery>(delivery: D): Promise<D> {
  providerAnswers.inc({ answer: nameOf(delivery) });
  if (delivery.kind !== "retry") return delivery;
  const { busy, denied, after, error } = delivery;
  if (denied) log.error("provider.denies", error, { lookAt: ["RESEND_API_KEY", "MAIL_FROM", "RESEND_BASE_URL"] });
  if (busy) await pauseSending(after ?? 1);
  return delivery;
}

function nameOf(delivery: Delivery | ManyDelivery): string {
  if (delivery.kind === "sent") return "taken";
  if (delivery.kind !== "retry") return "refused";
  const { denied, busy, unclear } = delivery;
  return denied ? "denied" : busy ? "busy" : unclear ? "unclear" : "refused";
}
