import type { Metadata } from "next";
import { PageHeader } from "@/components/shell/page-header";
import { Pager } from "@/components/shell/pager";
import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { can, holdsEverywhere } from "@/lib/access/can";
import { getGroup } from "@/lib/groups/get";
import { numbersInTrouble } from "@/lib/numbers/carrier/at-carrier";
import { listStrays } from "@/lib/numbers/carrier/strays";
import { listNumbers, NumbersPage } from "@/lib/numbers/list";
import { requireViewer } from "@/lib/web/viewer";
import { NumbersTable } from "./numbers-table";
import { Strays } from "./strays";
import { Trouble } from "./trouble";

export const metadata: Metadata = { title: "Numbers" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NumbersPageOf({ searchParams }: Props) {
  const viewer = await requireViewer("account.view");
  const wish = NumbersPage.parse(await searchParams);
  const group = wish.group ? await getGroup(viewer, wish.group) : null;
  const { page, people } = wish;
  const { rows, total, from, pages } = await listNumbers(viewer, { page, group: group?.id, people });
  const add = can(viewer, "numbers.manage") && (
    <ButtonLink href="/admin/numbers/new" variant="primary">
      + Add Number
    </ButtonLink>
  );
  const seesAll = holdsEverywhere(viewer, "account.view");
  const of = `${group ? `&group=${group.id}` : ""}${people ? `&people=${people}` : ""}`;
  const to = (at: number) => (at === page || at < 1 || at > pages ? undefined : `/admin/numbers?page=${at}${of}`);
  return (
    <>
      <PageHeader
        title="Numbers"
        subtitle={
          group ? <OfGroup group={group} /> : `The SMS numbers of ${seesAll ? viewer.accountName : "your groups"}.`
        }
        actions={(total > 0 || group || people) && add}
      />
      <Trouble numbers={await numbersInTrouble(viewer)} />
      <div className="card">
        {rows.length > 0 && <NumbersTable rows={rows} />}
        {total === 0 && group && (
          <Empty title="No numbers here" sentence={`No number belongs to ${group.name} or to a group under it.`}>
            <ButtonLink href="/admin/numbers">All numbers</ButtonLink>
          </Empty>
        )}
        {total === 0 && !group && people && (
          <Empty title="Somebody has each of them" sentence="No number in service is without anyone.">
            <ButtonLink href="/admin/numbers">All numbers</ButtonLink>
          </Empty>
        )}
        {total === 0 && !group && !people && (
          <Empty
            title="No numbers yet"
            sentence={add ? "Add an SMS number, then say who has it." : "An Admin adds them, and says who has which."}
          >
            {add}
          </Empty>
        )}
        {total > 0 && rows.length === 0 && (
          <Empty title="Nothing on this page" sentence="There are fewer numbers than that.">
            <ButtonLink href="/admin/numbers">All numbers</ButtonLink>
          </Empty>
        )}
        {pages > 1 && (
          <div className="table-foot">
            <Pager
              range={`${from}–${from + rows.length - 1} of ${total}`}
              first={to(1)}
              previous={to(page - 1)}
              next={to(page + 1)}
              last={to(pages)}
            />
          </div>
        )}
      </div>
      <Strays
        strays={await listStrays(viewer)}
        eyes={{ zone: viewer.timeZone, locale: viewer.locale, now: new Date() }}
      />
    </>
  );
}

const OfGroup = ({ group }: { group: { id: string; name: string } }) => (
  <>
    In {group.name} and under it.{" "}
    <a className="link" href="/admin/numbers">
      All numbers
    </a>
  </>
);
