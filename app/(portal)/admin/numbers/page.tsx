import type { Metadata } from "next";
import { CountedFoot } from "@/components/shell/counted-foot";
import { PageHeader } from "@/components/shell/page-header";
import { ButtonLink } from "@/components/ui/button";
import { can, holdsEverywhere } from "@/lib/access/can";
import { groupsToFilter } from "@/lib/members/list/groups-to-filter";
import { numbersInTrouble } from "@/lib/numbers/carrier/at-carrier";
import { listStrays } from "@/lib/numbers/carrier/strays";
import { listNumbers } from "@/lib/numbers/list";
import { leavesOutNumbers, numbersAddress, numbersQuery } from "@/lib/numbers/numbers-query";
import { pageSizes, paramOf } from "@/lib/paging";
import { eyesOf } from "@/lib/text/eyes";
import { figures } from "@/lib/web/figures";
import { requireViewer } from "@/lib/web/viewer";
import { RowKeys } from "../../rows/row-keys";
import { Whole } from "../../rows/whole";
import { Filters } from "./filters";
import { NoNumbers } from "./no-numbers";
import { NumbersTable } from "./numbers-table";
import { Strays } from "./strays";
import { Trouble } from "./trouble";
import { foundWords } from "./words";

export const metadata: Metadata = { title: "Numbers" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NumbersPage({ searchParams }: Props) {
  const viewer = await requireViewer("account.view");
  const params = await searchParams;
  const asked = numbersQuery(params);
  const groups = await groupsToFilter(viewer, asked.group, paramOf(params, "find"));
  const query = { ...asked, group: groups.chosen };
  const [list, figure] = await Promise.all([listNumbers(viewer, query), figures()]);
  const add = can(viewer, "numbers.manage") && (
    <ButtonLink href="/admin/numbers/new" variant="primary">
      + Add Number
    </ButtonLink>
  );
  const seesAll = holdsEverywhere(viewer, "account.view");
  const hasNone = list.total === 0 && !leavesOutNumbers(query);
  return (
    <>
      <PageHeader
        title="Numbers"
        subtitle={`The SMS numbers of ${seesAll ? viewer.accountName : "your groups"}.`}
        actions={!hasNone && add}
      />
      <Trouble numbers={await numbersInTrouble(viewer)} />
      {!hasNone && <Filters query={query} groups={groups.offer} />}
      <div className="card" id="numbers">
        {list.rows.length > 0 && <NumbersTable rows={list.rows} query={query} />}
        <NoNumbers list={list} query={query} add={add} />
        <CountedFoot {...{ list, query, sizes: pageSizes, figure }} to={(change) => numbersAddress(query, change)} />
      </div>
      <RowKeys of="numbers" />
      <Whole of="numbers" />
      <p className="sr-only" aria-live="polite">
        {foundWords(list.total, figure)}
      </p>
      <Strays strays={await listStrays(viewer)} eyes={eyesOf(viewer)} />
    </>
  );
}
