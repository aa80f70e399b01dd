import { Refused } from "../errors";
import { momentOf } from "../text/clock-time";

const A_YEAR_MS = 366 * 86_400_000;
/** The zone that gets to a time of day before all others. */
const FIRST_ZONE = "Pacific/Kiritimati";

type Typed = { when: "now" | "at"; date: string | null; time: string | null; ownZones?: unknown };

export type When = { startsAt: Date | null; startsOn: string | null; ownZones: boolean };

/** When a campaign begins, as the clocks of whoever makes it have it, or those of each contact. */
export function whenOf({ when, date, time, ownZones }: Typed, zone: string): When {
  if (when === "now") return { startsAt: null, startsOn: null, ownZones: false };
  if (!date) throw new Refused("Choose a date.", { field: "date" });
  if (!time) throw new Refused("Choose a time.", { field: "time" });
  const startsOn = `${date}T${time}`;
  const own = momentOf(startsOn, zone);
  if (!own) throw new Refused("Choose a date and a time.", { field: "date" });
  if (own.getTime() <= Date.now()) throw new Refused("Choose a time that is still to come.", { field: "time" });
  if (own.getTime() > Date.now() + A_YEAR_MS) throw new Refused("Choose a time within a year.", { field: "date" });
  return ownZones
    ? { startsAt: momentOf(startsOn, FIRST_ZONE), startsOn, ownZones: true }
    : { startsAt: own, startsOn, ownZones: false };
}
