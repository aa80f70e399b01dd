import type { Viewer } from "../../access/viewer";
import { offer } from "../../pick/offer";

/**
 * What the Group filter offers. `chosen` is null for a group that the viewer doesn't see: as if none had been asked for.
 * The only one that is found by the words in `find` is as good as chosen.
 */
export async function groupsToFilter(viewer: Viewer, asked: string | null, find = "") {
  const groups = await offer(viewer, { from: "groups-seen", chosen: asked, find });
  const [only, ...others] = groups.isWhole ? [] : groups.choices;
  const found = asked === null && only && others.length === 0 ? only.value : asked;
  return { offer: groups, chosen: groups.choices.some(({ value }) => value === found) ? found : null };
}
