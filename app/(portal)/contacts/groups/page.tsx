import type { Metadata } from "next";
import { CountedFoot } from "@/components/shell/counted-foot";
import { ListFilters } from "@/components/shell/list-filters";
import { PageHeader } from "@/components/shell/page-header";
import { ButtonLink } from "@/components/ui/button";
import { CONTACTS } from "@/lib/contacts/contacts-query";
import { CONTACT_GROUPS, contactGroupsAddress, contactGroupsQuery } from "@/lib/contacts/groups/contact-groups-query";
import { listContactGroups } from "@/lib/contacts/groups/list";
import { pageSizes, sortParam } from "@/lib/paging";
import { figures } from "@/lib/web/figures";
import { letterKey } from "@/lib/web/letter-key";
import { requireViewer } from "@/lib/web/viewer";
import { RowKeys } from "../../rows/row-keys";
import { GroupsTable } from "./groups-table";
import { NoGroups } from "./no-groups";

export const metadata: Metadata = { title: "Contact groups" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ContactGroupsPage({ searchParams }: Props) {
  const viewer = await requireViewer("contacts.manage");
  const query = contactGroupsQuery(await searchParams);
  const [list, figure] = [await listContactGroups(viewer, query), await figures()];
  const hasNone = list.total === 0 && !query.search;
  const add = (
    <ButtonLink href={`${CONTACT_GROUPS}/new`} variant="primary">
      + Add Group
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title="Contact groups"
        subtitle="Lists of contacts, to text them together or to find them again."
        back={{ href: CONTACTS, label: "Contacts" }}
        actions={!hasNone && add}
      />
      {!hasNone && (
        <ListFilters
          action={CONTACT_GROUPS}
          search={{ label: "Search contact groups", value: query.search, shortcut: await letterKey("/") }}
          fields={{ sort: sortParam(query, "name"), size: query.size === 25 ? undefined : String(query.size) }}
          clear={query.search ? contactGroupsAddress(query, { search: "" }) : null}
        />
      )}
      <div className="card" id="contact-groups">
        {list.rows.length > 0 ? (
          <GroupsTable {...{ rows: list.rows, query, figure }} />
        ) : (
          <NoGroups {...{ list, query, add }} />
        )}
        <CountedFoot
          {...{ list, query, sizes: pageSizes, figure }}
          to={(change) => contactGroupsAddress(query, change)}
        />
      </div>
      <RowKeys of="contact-groups" />
      <p className="sr-only" aria-live="polite">
        {list.total === 1 ? "1 contact group" : `${figure(list.total)} contact groups`}
      </p>
    </>
  );
}
