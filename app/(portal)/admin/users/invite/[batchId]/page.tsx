import type { Metadata } from "next";
import { PageHeader } from "@/components/shell/page-header";
import { getBatch } from "@/lib/invitations/preview/get-batch";
import { getSource } from "@/lib/invitations/preview/get-source";
import { BatchPage, listBatch } from "@/lib/invitations/preview/list-batch";
import { wayOut } from "@/lib/outbox/way-out";
import { forbidden } from "@/lib/web/forbidden";
import { requireViewer } from "@/lib/web/viewer";
import { Draft } from "./draft";
import { Invitees } from "./invitees";
import { Sending } from "./sending";

export const metadata: Metadata = { title: "Invite Users" };

type Props = {
  params: Promise<{ batchId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function BatchPageOf({ params, searchParams }: Props) {
  const viewer = await requireViewer("users.manage");
  const batch = (await getBatch(viewer, (await params).batchId)) ?? (await forbidden(viewer));
  const wish = BatchPage.parse(await searchParams);
  const [rows, source] = await Promise.all([
    listBatch(viewer, batch.id, wish),
    batch.isConfirmed ? null : getSource(viewer, batch.id),
  ]);
  const list = <Invitees batch={batch} rows={rows} wish={wish} />;
  return (
    <>
      <PageHeader title="Invite Users" back={{ href: "/admin/users", label: "Users" }} />
      {batch.isConfirmed ? (
        <>
          <Sending batch={batch} way={await wayOut()} />
          {list}
        </>
      ) : (
        <Draft batch={batch} source={source} rows={rows} list={list} />
      )}
    </>
  );
}
