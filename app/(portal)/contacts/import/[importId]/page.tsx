import type { Metadata } from "next";
import { PageHeader } from "@/components/shell/page-header";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { CONTACTS } from "@/lib/contacts/contacts-query";
import { getImport, ImportPage, listImportRows } from "@/lib/contacts/import/get-import";
import { forbidden } from "@/lib/web/forbidden";
import { requireViewer } from "@/lib/web/viewer";
import { CONTACTS_IMPORT } from "../address";
import { Draft } from "./draft";
import { Progress } from "./progress";
import { Result } from "./result";
import { Rows } from "./rows";

export const metadata: Metadata = { title: "Import Contacts" };

type Props = {
  params: Promise<{ importId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ImportPageOf({ params, searchParams }: Props) {
  const viewer = await requireViewer("contacts.manage");
  const list = (await getImport(viewer, (await params).importId)) ?? (await forbidden(viewer));
  const wish = ImportPage.parse(await searchParams);
  const isStill = list.isRead && (!list.isConfirmed || list.isFinished);
  const rows = isStill ? await listImportRows(viewer, list.id, wish) : [];
  const table = isStill && <Rows list={list} rows={rows} wish={wish} />;
  return (
    <>
      <PageHeader title="Import Contacts" back={{ href: CONTACTS, label: "Contacts" }} />
      {list.problem ? (
        <>
          <Notice tone="bad">{list.problem}</Notice>
          <ButtonLink href={CONTACTS_IMPORT}>Back</ButtonLink>
        </>
      ) : !isStill ? (
        <Progress list={list} />
      ) : list.isFinished ? (
        <>
          <Result list={list} />
          {table}
        </>
      ) : (
        <Draft viewer={viewer} list={list} rows={rows} beside={table} />
      )}
    </>
  );
}
