import { ButtonLink } from "@/components/ui/button";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { ImportShown } from "@/lib/contacts/import/get-import";
import { figures } from "@/lib/web/figures";
import { Watch } from "../../../columns/watch";
import { CONTACTS_IMPORT } from "../address";

/** How far reading or taking in has come. It goes on without anybody looking. */
export async function Progress({ list }: { list: ImportShown }) {
  const figure = await figures();
  const { id, total, readTo, takenTo, isRead, name } = list;
  const done = isRead ? takenTo : readTo;
  return (
    <div className="card mb-5 grid gap-3 p-4 [&>p]:max-w-[72ch]">
      <h2 className="wrap-anywhere">{isRead ? `Importing ${name}` : `Reading ${name}`}</h2>
      <div className="grid gap-1.5">
        <ProgressBar label={isRead ? "Rows imported" : "Rows read"} done={done} all={total} />
        <p role="status" className="[font-variant-numeric:tabular-nums]">
          {total === 0
            ? "The file is being read."
            : `${figure(done)} of ${figure(total)} rows ${isRead ? "imported" : "read"}.`}
        </p>
      </div>
      <p className="quiet">You can leave this page: it goes on by itself.</p>
      <div className="page-actions">
        <ButtonLink href={`${CONTACTS_IMPORT}/${id}`}>Refresh</ButtonLink>
      </div>
      <Watch />
    </div>
  );
}
