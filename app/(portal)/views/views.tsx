import { Tabs } from "@/components/shell/tabs";
import { KEPT_LISTS, type KeptListName } from "@/lib/saved-views/kept-lists";
import type { SavedView } from "@/lib/saved-views/list";

/** `shown`: the one that the list shows now. */
type Props = { list: KeptListName; shown: SavedView | undefined; views: readonly SavedView[] };

/** What somebody has kept for themself of a list. */
export const Views = ({ list, shown, views }: Props) =>
  views.length > 0 && (
    <Tabs
      label="Saved views"
      tabs={views.map((view) => ({
        label: view.name,
        href: `${KEPT_LISTS[list].path}?${view.query}`,
        current: view.id === shown?.id,
      }))}
    />
  );
