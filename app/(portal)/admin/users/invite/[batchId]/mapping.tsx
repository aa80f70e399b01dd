import { Submit } from "@/components/form/submit";
import type { SourceShown } from "@/lib/invitations/preview/get-source";
import { ColumnSelect } from "./column-select";
import { Folding } from "./folding";

type Column = SourceShown["columns"][number] & { at: number };

/** Which column is read as what, each with a few of its cells; those that aren't read come last. */
export function Mapping({ source: { columns, secret } }: { source: SourceShown }) {
  const all = columns.map((column, at) => ({ ...column, at }));
  const read = all.filter(({ field }) => field !== "");
  const unread = all.filter(({ field }) => field === "");
  const isClear = unread.length === 0 && secret.length === 0 && read.every(({ note }) => !note);
  return (
    <Folding summary="How the columns are read" isFolded={isClear}>
      <Columns columns={read} />
      {unread.length > 0 && <h3 className="mt-4 font-medium text-[13px] text-ink-2">Not read</h3>}
      <Columns columns={unread} />
      {secret.length > 0 && (
        <p className="small mt-3">
          {secret.map((heading) => `“${heading}”`).join(", ")}: passwords are never read, and have not been kept.
        </p>
      )}
    </Folding>
  );
}

function Columns({ columns }: { columns: readonly Column[] }) {
  if (columns.length === 0) return null;
  return (
    <ul className="mt-3 grid grid-cols-[repeat(auto-fill,minmax(min(100%,220px),1fr))] gap-3">
      {columns.map((column) => (
        <ColumnChoice key={column.at} column={column} />
      ))}
    </ul>
  );
}

function ColumnChoice({ column: { at, heading, field, note, samples } }: { column: Column }) {
  const [id, name] = [`column-${at}`, heading || `Column ${at + 1}`];
  const isIgnorable = field !== "" && field !== "email";
  return (
    <li className="grid min-w-0 content-start gap-1.5 rounded-1 border border-line px-3 py-2.5 max-sm:grid-cols-2 max-sm:items-center max-sm:gap-x-2.5 max-sm:gap-y-1 [&>.btn]:-ml-2 [&>.btn]:justify-self-start max-sm:[&>.btn]:col-span-full">
      <label htmlFor={id} className="wrap-anywhere font-medium">
        {name}
      </label>
      <div className="select">
        <ColumnSelect id={id} at={at} field={field} describedBy={`${id}-says`} />
      </div>
      <p id={`${id}-says`} className="small wrap-anywhere max-sm:col-span-full">
        {note && <strong className="block font-normal text-ink">{note} </strong>}
        {samples.length > 0 ? samples.join(" · ") : "Empty"}
      </p>
      {isIgnorable && (
        <Submit variant="quiet" size="small" says={{ name: "ignore", value: String(at) }}>
          Don’t read<span className="sr-only"> {name}</span>
        </Submit>
      )}
    </li>
  );
}
