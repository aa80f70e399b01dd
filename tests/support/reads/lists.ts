import { getImport, ImportPage, listImportRows } from "@/lib/contacts/import/get-import";
import { rejectedRows } from "@/lib/contacts/import/rejected-rows";
import { grantableBy } from "@/lib/invitations/grantable";
import { draftAgain } from "@/lib/invitations/preview/draft-again";
import { failuresOf } from "@/lib/invitations/preview/failures";
import { getBatch } from "@/lib/invitations/preview/get-batch";
import { getSource } from "@/lib/invitations/preview/get-source";
import { BatchPage, listBatch } from "@/lib/invitations/preview/list-batch";
import { isReadAnew } from "@/lib/invitations/preview/read-again";
import { all, pages, type Read } from "./read";

const column = (field: string) => ({ heading: "", field, note: "", samples: [] });
const figures = { nobody: "it answers figures" };

const listed = { id: "", columns: [column("phone"), column("lastName")], alphabet: null };

/** What is read about lists of people to invite, each its maker's alone. */
export const LIST_READS: Record<string, Read> = {
  getBatch: { ask: (v, { batches }) => all(batches, (id) => getBatch(v, id)), tells: figures },
  getSource: { ask: (v, { batches }) => all(batches, (id) => getSource(v, id)) },
  listBatch: { ask: (v, { batches }) => all(batches, (id) => listBatch(v, id, BatchPage.parse({}))) },
  failuresOf: { ask: (v, { batches }) => all(batches, (id) => failuresOf(v, { id, isConfirmed: true })) },
  draftAgain: {
    ask: (v, { batches }) => all(batches, (id) => draftAgain(v, id)),
    tells: { nobody: "a file is nobody's any more" },
  },
  isReadAnew: {
    ask: (v, { batches }) => all(batches, (batchId) => isReadAnew(v, { batchId, wished: new Map() })),
    tells: figures,
  },
  getImport: { ask: (v, { imports }) => all(imports, (id) => getImport(v, id)), tells: figures },
  listImportRows: { ask: (v, { imports }) => all(imports, (id) => listImportRows(v, id, ImportPage.parse({}))) },
  rejectedRows: { ask: (v, { imports }) => all(imports, (id) => pages(rejectedRows(v, { ...listed, id }))) },
  grantableBy: { ask: grantableBy },
};
