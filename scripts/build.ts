import { buildIfStale } from "./support/build-if-stale";
import { bundled } from "./support/bundle.mjs";
import { end, live } from "./support/life";

/** `npm run build`: for a machine that builds ahead; starting does it by itself. */
await live(async () => {
  await bundled("start");
  await buildIfStale();
  await end(0);
});
