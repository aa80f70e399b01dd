import type { Metadata } from "next";
import { PageHeader } from "@/components/shell/page-header";
import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { linesFor } from "@/lib/conversations/lines";
import { numberLabel } from "@/lib/numbers/format-number";
import { stretchesOf } from "@/lib/reports/chart-days";
import { historyAddress, historyQuery } from "@/lib/reports/history-query";
import { linesAndPeople } from "@/lib/reports/lines-and-people";
import { LINES, linesAddress, linesQuery } from "@/lib/reports/lines-query";
import { dayNow } from "@/lib/text/days";
import { eyesOf } from "@/lib/text/eyes";
import { firstWeekday } from "@/lib/text/week";
import { figures } from "@/lib/web/figures";
import { requireViewer } from "@/lib/web/viewer";
import { FiguresTable } from "./figures-table";
import { LinesFilters } from "./filters";
import { TextsChart } from "./texts-chart";
import { hasIn, isEmpty, personName, workingWords } from "./words";

export const metadata: Metadata = { title: "Lines and people" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function LinesPage({ searchParams }: Props) {
  const viewer = await requireViewer("reports.download");
  const query = linesQuery(await searchParams);
  const [report, { lines }, figure] = await Promise.all([
    linesAndPeople(viewer, query),
    linesFor(viewer, "reports.download"),
    figures(),
  ]);
  const { period } = report;
  const eyes = eyesOf(viewer);
  const told = { hasIn: hasIn(query), figure };
  const { since: from, until: to } = period;
  const rowOf = (line: (typeof report.lines)[number]) => ({
    ...line,
    key: line.id,
    name: (
      <a className="link" href={historyAddress(historyQuery({ from, to, line: line.id, person: query.person }))}>
        {numberLabel(line)}
      </a>
    ),
  });
  return (
    <>
      <PageHeader
        title="Lines and people"
        subtitle="Texts in and out on the lines that you have, and how soon customers were answered."
        back={{ href: "/reports", label: "Reports" }}
        actions={
          <ButtonLink href={linesAddress(query, `${LINES}/export`)} download="">
            Export CSV
          </ButtonLink>
        }
      />
      <LinesFilters query={query} period={period} lines={lines} />
      {lines.length === 0 ? (
        <div className="card">
          <Empty
            title="No line of yours"
            sentence="You see what went over the lines that you have. An Admin gives them."
          />
        </div>
      ) : (
        <div className="grid gap-4">
          {isEmpty(report) ? (
            <div className="card">
              <Empty title="No texts" sentence="Nothing was written in these days." />
            </div>
          ) : (
            <TextsChart
              {...told}
              stretches={stretchesOf(report, firstWeekday(viewer), dayNow(viewer.timeZone, eyes.now))}
              eyes={eyes}
            />
          )}
          <section className="card" aria-labelledby="lines">
            <h2 id="lines" className="px-4 pt-4">
              Lines
            </h2>
            <FiguresTable
              {...told}
              of="Line"
              rows={report.lines.map(rowOf)}
              all={report.lines.length > 1 ? report.all : undefined}
            />
          </section>
          {report.people.length > 0 && (
            <section className="card" aria-labelledby="people">
              <h2 id="people" className="px-4 pt-4">
                People
              </h2>
              <FiguresTable
                of="Person"
                hasIn={false}
                figure={figure}
                rows={report.people.map((person) => ({ ...person, key: person.id ?? "", name: personName(person) }))}
              />
            </section>
          )}
          <p className="text-small text-ink-2">
            Out is all that was written, whatever became of it. A first answer is what a colleague wrote first after a
            customer had; of the time until then only {workingWords(eyes)} counts, in the company's time zone. Waiting
            now are open conversations in which the customer spoke last.
          </p>
        </div>
      )}
    </>
  );
}
