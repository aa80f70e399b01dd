import { fullName, type Viewer } from "../access/viewer";
import { type Limit, takeTries } from "../auth/throttle";
import { change } from "../change";

/** However much somebody tries, history tells it once an hour. */
const anHour = (of: string): Limit => ({ name: "told-forbidden", of, most: 1, minutes: 60 });

/** Somebody asked for what is not there for them: it may be gone, another's, or beyond what they may do. */
export const noteForbidden = (viewer: Viewer, page: string): Promise<void> =>
  change({ kind: "system", name: fullName(viewer) }, undefined, async (c) => {
    if (!(await takeTries(c.tx, anHour(viewer.memberId), 1))) return c.unchanged(undefined);
    c.record("act.forbidden", { accountId: viewer.accountId, id: viewer.memberId, name: fullName(viewer) }, { page });
  });
