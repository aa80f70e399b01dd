import { startFakeTwilio } from "@/tests/support/carrier/twilio";

// In a process of its own: what it takes is not taken from whoever measures.
const carrier = await startFakeTwilio();
process.on("message", () => process.send?.(carrier.texts.length));
process.once("disconnect", () => process.exit(0));
process.send?.(carrier.url);
