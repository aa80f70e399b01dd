import type { Metadata } from "next";
import { PageHeader } from "@/components/shell/page-header";
import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { MoreActions } from "@/components/ui/more-actions";
import { can } from "@/lib/access/can";
import { CONTACTS, contactsAddress, contactsQuery, leavesOut } from "@/lib/contacts/contacts-query";
import { listContacts } from "@/lib/contacts/list";
import { paramOf } from "@/lib/paging";
import { offer } from "@/lib/pick/offer";
import { saidBy } from "@/lib/saved-views/kept-lists";
import { listViews } from "@/lib/saved-views/list";
import { eyesOf } from "@/lib/text/eyes";
import { requireViewer } from "@/lib/web/viewer";
import { RowKeys } from "../rows/row-keys";
import { Whole } from "../rows/whole";
import { Views } from "../views/views";
import { ContactsTable } from "./contacts-table";
import { ContactFilters } from "./filters";
import { Foot } from "./foot";
import { Narrowed } from "./narrowed";
import { Ticks } from "./ticks";

export const metadata: Metadata = { title: "Contacts" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ContactsPage({ searchParams }: Props) {
  const viewer = await requireViewer("messages.read");
  const params = await searchParams;
  const query = contactsQuery(params);
  const [page, views] = await Promise.all([listContacts(viewer, query), listViews(viewer, "contacts")]);
  const manages = can(viewer, "contacts.manage");
  const eyes = eyesOf(viewer);
  const table = page.rows.length > 0 && <ContactsTable rows={page.rows} query={query} manages={manages} eyes={eyes} />;
  const add = manages && (
    <ButtonLink href={`${CONTACTS}/new`} variant="primary">
      + Add Contact
    </ButtonLink>
  );
  const shown = views.find((view) => view.query === saidBy(contactsAddress(query)));
  const isAll = !leavesOut(query);
  const hasNone = page.rows.length === 0 && isAll;
  const groups = await offer(viewer, { from: "contact-groups", chosen: query.group, find: paramOf(params, "find") });
  return (
    <>
      <PageHeader
        title="Contacts"
        subtitle={manages ? `Who texts with ${viewer.accountName}.` : "Whom you have a conversation with."}
        actions={
          manages && (
            <>
              <MoreActions>
                <ButtonLink href={`${CONTACTS}/import`}>Import Contacts</ButtonLink>
                <ButtonLink href={`${CONTACTS}/groups`}>Contact groups</ButtonLink>
                <ButtonLink href={`${CONTACTS}/fields`}>Contact fields</ButtonLink>
                {page.rows.length > 0 && (
                  <a className="btn" href={contactsAddress(query, {}, `${CONTACTS}/export`)} download>
                    Export CSV
                  </a>
                )}
              </MoreActions>
              {!hasNone && add}
            </>
          )
        }
      />
      <Views list="contacts" shown={shown} views={views} />
      <ContactFilters query={query} groups={groups} />
      <Narrowed {...{ query, shown }} group={groups.choices.find(({ value }) => value === query.group)?.label} />
      <div className="card" id="contacts">
        {manages ? <Ticks {...{ viewer, query, page }}>{table}</Ticks> : table}
        {hasNone && (
          <Empty title="No contacts yet" sentence="Whoever texts one of your numbers is here, and whom you add.">
            {add}
          </Empty>
        )}
        {page.rows.length === 0 && !isAll && (
          <Empty title="Nobody found" sentence="No contact is like that.">
            <ButtonLink href={CONTACTS}>Clear search and filters</ButtonLink>
          </Empty>
        )}
        <Foot query={query} page={page} />
      </div>
      <RowKeys of="contacts" />
      <Whole of="contacts" />
    </>
  );
}
