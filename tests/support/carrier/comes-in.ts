import { v7 } from "uuid";
import { simulated } from "@/lib/carrier/simulated";
import { receiveText } from "@/lib/messages/receive/receive-text";

/** A customer's text, as the simulated carrier tells it. */
export const comesIn = (from: string, to: string, body: string) =>
  receiveText(simulated, { carrierId: `TEST${v7()}`, from, to, body, media: [], at: null });
