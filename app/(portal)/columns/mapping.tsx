import { Submit } from "@/components/form/submit";
import type { Column as ReadColumn } from "@/lib/import/map-columns";
import { ColumnSelect, type OwnChoices, type Purpose } from "./column-select";
import { Folding } from "./folding";

type Column = ReadColumn & { at: number };
type Choices = { purpose: Purpose; own?: OwnChoices };
type Source = { columns: readonly ReadColumn[]; secret: readonly string[] };

/** Without this column there is nobody in the list. */
const NEEDED: Record<Purpose, string> = { invitations: "email", contacts: "phone" };

/** Which column is read as what, each with a few of its cells; those that aren't read come last. */
export function Mapping({ source: { columns, secret }, ...choices }: { source: Source } & Choices) {
  const all = columns.map((column, at) => ({ ...column, at }));
  const read = all.filter(({ field }) => field !== "");
  const unread = all.filter(({ field }) => field === "");
  const isClear = unread.length === 0 && secret.length === 0 && read.every(({ note }) => !note);
  return (
    <Folding summary="How the columns are read" isFolded={isClear}>
      <Columns columns={read} {...choices} />
      {unread.length > 0 && <h3 className="mt-4 font-medium text-[13px] text-ink-2">Not read</h3>}
      <Columns columns={unread} {...choices} />
      {secret.length > 0 && (
        <p className="small mt-3">
          {secret.map((heading) => `“${heading}”`).join(", ")}: passwords are never read, and have not been kept.
        </p>
      )}
    </Folding>
  );
}

function Columns({ columns, ...choices }: { columns: readonly Column[] } & Choices) {
  if (columns.length === 0) return null;
  return (
    <ul className="mt-3 grid grid-cols-[repeat(auto-fill,minmax(min(100%,220px),1fr))] gap-3">
      {columns.map((column) => (
        <ColumnChoice key={column.at} column={column} {...choices} />
      ))}
    </ul>
  );
}

function ColumnChoice({ column, ...choices }: { column: Column } & Choices) {
  const { at, heading, field, note, samples } = column;
  const [id, name] = [`column-${at}`, heading || `Column ${at + 1}`];
  const isIgnorable = field !== "" && field !== NEEDED[choices.purpose];
  return (
    <li className="grid min-w-0 content-start gap-1.5 rounded-1 border border-line px-3 py-2.5 max-sm:grid-cols-2 max-sm:items-center max-sm:gap-x-2.5 max-sm:gap-y-1 [&>.btn]:-ml-2 [&>.btn]:justify-self-start max-sm:[&>.btn]:col-span-full">
      <label htmlFor={id} className="wrap-anywhere font-medium">
        {name}
      </label>
      <div className="select">
        <ColumnSelect {...choices} id={id} at={at} field={field} describedBy={`${id}-says`} />
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
