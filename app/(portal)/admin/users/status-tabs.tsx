import { Tabs } from "@/components/shell/tabs";
import { MOST_COUNTED, type Totals } from "@/lib/members/list/list-members";
import { isFiltered, type ListQuery, listAddress } from "@/lib/members/list/list-query";
import { statuses } from "@/lib/members/status";
import type { SavedView } from "@/lib/saved-views/list";
import { figures } from "@/lib/web/figures";

/** `shown`: the saved view that is open, which says more than a status does. */
type Props = { query: ListQuery; totals: Totals; shown: SavedView | undefined };

/** How many there are stands beside each only while nothing else narrows the list: it would be the number of others. */
export async function StatusTabs({ query, totals, shown }: Props) {
  const figure = await figures();
  const counts = isFiltered({ ...query, status: null }) ? {} : countsOf(totals, figure);
  const tabs = [null, ...statuses, "Expired" as const].map((status) => {
    const count = counts[status ?? "All"];
    return {
      label: status ?? "All",
      href: listAddress(query, { status }),
      ...(!shown && query.status === status && { current: true }),
      ...(count && { count }),
    };
  });
  return <Tabs label="Which users" tabs={tabs} />;
}

function countsOf(totals: Totals, figure: (count: number) => string): Record<string, string> {
  if (!totals) return { All: `${figure(MOST_COUNTED)}+` };
  const all = statuses.reduce((sum, status) => sum + totals[status], 0);
  const each = statuses.map((status) => [status, figure(totals[status])]);
  return { All: figure(all), ...Object.fromEntries(each) };
}
