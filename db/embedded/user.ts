import { realpathSync, statSync } from "node:fs";
import path from "node:path";

/** Who PostgreSQL runs as: `undefined` is ourselves. It refuses root, so root hands it to an unprivileged user. */
export type PostgresUser = { uid: number; gid: number } | undefined;

const NOBODY = { uid: 65534, gid: 65534 };

/** Nobody, or whoever owns the cluster already when an ordinary user made it and root starts it now. */
export function postgresUser(data: string): PostgresUser {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(data, { throwIfNoEntry: false });
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : NOBODY;
}

const READ = 4;
const ENTER = 1;

/** Whether that user can walk down to `target` and read it, by the permission bits of every folder above it. */
export function canReach(user: PostgresUser, target: string): boolean {
  if (!user) return true;
  const real = realpathSync(target);
  const folders = parents(real);
  return folders.every((folder) => allows(user, folder, ENTER)) && allows(user, real, READ);
}

/** As `canReach`, for a folder that only has to be walked through. */
export function canEnter(user: PostgresUser, folder: string): boolean {
  if (!user) return true;
  const real = realpathSync(folder);
  return [real, ...parents(real)].every((each) => allows(user, each, ENTER));
}

function parents(file: string): string[] {
  const parent = path.dirname(file);
  return parent === file ? [] : [parent, ...parents(parent)];
}

function allows(user: NonNullable<PostgresUser>, file: string, bit: number) {
  const { mode, uid, gid } = statSync(file);
  const shift = uid === user.uid ? 6 : gid === user.gid ? 3 : 0;
  return ((mode >> shift) & bit) === bit;
}
