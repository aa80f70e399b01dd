import { Tabs } from "@/components/shell/tabs";
import { type ListQuery, USERS } from "@/lib/members/list/list-query";
import type { SavedView } from "@/lib/saved-views/list";
import { isShowing } from "./showing";

/** What somebody has kept for themself, beside the tabs that everybody has. */
export const Views = ({ query, views }: { query: ListQuery; views: readonly SavedView[] }) =>
  views.length > 0 && (
    <Tabs
      label="Saved views"
      tabs={views.map((view) => ({
        label: view.name,
        href: `${USERS}?${view.query}`,
        current: isShowing(query, view),
      }))}
    />
  );
