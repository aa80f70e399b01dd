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
    <Folding className="mapping" summary="How the columns are read" isFolded={isClear}>
      <Columns columns={read} />
      {unread.length > 0 && <h3>Not read</h3>}
      <Columns columns={unread} />
      {secret.length > 0 && (
        <p className="small">
          {secret.map((heading) => `“${heading}”`).join(", ")}: passwords are never read, and have not been kept.
        </p>
      )}
    </Folding>
  );
}

function Columns({ columns }: { columns: readonly Column[] }) {
  if (columns.length === 0) return null;
  return (
    <ul className="mapping-columns">
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
    <li>
      <label htmlFor={id}>{name}</label>
      <div className="select">
        <ColumnSelect id={id} at={at} field={field} describedBy={`${id}-says`} />
      </div>
      <p id={`${id}-says`} className="small">
        {note && <strong>{note} </strong>}
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
