import { Tabs } from "@/components/shell/tabs";
import { KEPT_LISTS, type KeptListName } from "@/lib/saved-views/kept-lists";
import type { SavedView } from "@/lib/saved-views/list";

/** `query`: what the list's address says now, as a view would keep it. */
type Props = { list: KeptListName; query: string; views: readonly SavedView[] };

/** What somebody has kept for themself of a list. */
export const Views = ({ list, query, views }: Props) =>
  views.length > 0 && (
    <Tabs
      label="Saved views"
      tabs={views.map((view) => ({
        label: view.name,
        href: `${KEPT_LISTS[list].path}?${view.query}`,
        current: query === view.query,
      }))}
    />
  );
