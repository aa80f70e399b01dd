import type { Metadata } from "next";
import { PageHeader } from "@/components/shell/page-header";
import { HISTORY } from "@/lib/reports/history-query";
import { LINES } from "@/lib/reports/lines-query";
import { requireViewer } from "@/lib/web/viewer";

export const metadata: Metadata = { title: "Reports" };

export default async function ReportsPage() {
  await requireViewer("reports.download");
  return (
    <>
      <PageHeader title="Reports" subtitle="What went over the lines that you have." />
      <ul className="card rows">
        <li>
          <div>
            <a href={HISTORY}>Message history</a>
            <p className="text-ink-2">Every text in and out, with what became of it. As a page and as a file.</p>
          </div>
        </li>
        <li>
          <div>
            <a href={LINES}>Lines and people</a>
            <p className="text-ink-2">
              How many texts each line and each colleague had, how soon customers were answered, and who waits now.
            </p>
          </div>
        </li>
      </ul>
    </>
  );
}
