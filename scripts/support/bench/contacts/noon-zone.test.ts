import { expect, test } from "vitest";
import { HOURS } from "@/lib/campaigns/hours";
import { noonZone } from "./noon-zone";

test("at any hour of any day a campaign leaves there, and for long enough to be measured", () => {
  for (let hour = 0; hour < 24 * 8; hour++) {
    const now = new Date(Date.UTC(2026, 10, 28, hour, 59, 59));
    const clock = new Intl.DateTimeFormat("en-GB", { timeZone: noonZone(now), timeStyle: "short" });
    expect(clock.format(now) >= HOURS.fromOnSundays, noonZone(now)).toBe(true);
    expect(clock.format(now.getTime() + 7 * 3_600_000) < HOURS.to, noonZone(now)).toBe(true);
  }
});
