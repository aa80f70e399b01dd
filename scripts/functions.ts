import { writeFileSync } from "node:fs";
import { EDITION, editionHere, functionsHere } from "@/db/functions";

/** `npm run db:functions`, after a change in `db/functions`: writes down that this edition is the newest. */
const { hash } = functionsHere();
if (editionHere().hash !== hash)
  writeFileSync(EDITION, `${JSON.stringify({ hash, changedAt: Date.now() }, null, 2)}\n`);
