import { ALWAYS } from "./judge";
import type { Scenario } from "./scenario";
import { atWork } from "./support/at-work";
import { crowd } from "./support/crowd";
import { cutAll } from "./support/cut-all";
import { smallDisk, whyNoDisk } from "./support/disk";
import { felt } from "./support/felt";
import { gather } from "./support/gather";
import { folderIn } from "./support/ground";
import { NEVER_AGAIN } from "./support/plant";
import { recovered } from "./support/recovered";
import { openStage } from "./support/stage";

const FOR = { full: 20_000, short: 4000, twin: 3000 };
const TIMES = { full: 3, short: 1, twin: 1 };

/** Room for the cluster, and for some of what is written. */
const MEGABYTES = 224;

/** Segments that are there already would be written again and again without the disk being asked. */
const POSTGRES = { min_wal_size: "32MB", max_wal_size: "48MB", wal_recycle: "off" };

export const fullDisk: Scenario = {
  name: "full-disk",
  says: "PostgreSQL's disk is full to the last byte while people are invited, and then has space again",
  cannotText: whyNoDisk,
  checks: [...ALWAYS, "back within 5 s, without a restart", "every trouble was felt"],
  async run(how) {
    const disk = smallDisk(folderIn(how.ground.folder, "full-disk"), MEGABYTES);
    try {
      const stage = await openStage(how, { name: "full-disk", folder: disk.folder, postgres: POSTGRES });
      try {
        const inviting = crowd(stage, { people: 10_000, lists: 200, listed: 12 });
        for (let left = TIMES[how.length]; left > 0; left--) {
          await atWork(stage);
          const from = Date.now();
          disk.fill();
          // What is left of its log would do for a while: now it needs another file.
          await stage.sql`select pg_switch_wal()`.catch(() => undefined);
          // PostgreSQL mostly gives up at this and ends them all; what is planted must meet that.
          if (how.plant) await cutAll(stage).catch(() => undefined);
          // What is freed meanwhile, by PostgreSQL as it ends, is taken again.
          const filling = setInterval(disk.fill, 100);
          await felt(stage, FOR[how.length]).finally(() => clearInterval(filling));
          disk.free();
          // PostgreSQL itself gives up where it can't write its log, or begins anew; the portal must do neither.
          await stage.database.revive();
          stage.troubles.push({ kind: "full", from, to: Date.now() });
          await recovered(stage);
        }
        inviting.stop();
        await inviting.finished;
        return await gather(stage);
      } finally {
        await stage.close();
      }
    } finally {
      disk.remove();
    }
  },
  twins: [
    {
      name: "a worker that never asks again",
      plant: { edits: NEVER_AGAIN, silent: true },
      found: ["back within 5 s, without a restart"],
      long: true,
    },
  ],
};
