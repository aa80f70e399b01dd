import { Notice } from "@/components/ui/notice";
import type { Viewer } from "@/lib/access/viewer";
import { carrierHere } from "@/lib/carrier/carrier-here";
import { waitingLines } from "@/lib/conversations/waiting-lines";

/** Where texts don't leave just now it is said before one is written. */
export async function TextsWait({ viewer }: { viewer: Viewer }) {
  if (!carrierHere())
    return <Notice tone="wait">Texts wait: no carrier is set up. They leave by themselves once it is.</Notice>;
  const lines = await waitingLines(viewer);
  if (lines.length === 0) return null;
  return (
    <Notice tone="wait">
      Texts wait on {lines.map(({ label }) => label).join(", ")}: the carrier takes none just now. They leave by
      themselves once it does.
    </Notice>
  );
}
