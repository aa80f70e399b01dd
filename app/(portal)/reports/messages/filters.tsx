import { Options } from "@/components/form/fields/options";
import { numberLabel } from "@/lib/numbers/format-number";
import { HISTORY, type HistoryQuery, historyAddress, isAsked } from "@/lib/reports/history-query";
import { textStates, textStateWords } from "@/lib/reports/text-states";
import { endsBeforeItBegins } from "@/lib/text/days";

const TO_ERROR = "to-error";

type Props = { query: HistoryQuery; lines: readonly { id: string; e164: string; label: string }[] };

/** A GET form: what is asked for stands in the address. */
export function HistoryFilters({ query, lines }: Props) {
  const backwards = endsBeforeItBegins(query);
  return (
    <search>
      <form
        key={historyAddress(query)}
        action={HISTORY}
        className="toolbar items-end [&>.field]:flex-[1_1_148px]"
        autoComplete="off"
      >
        <label className="field">
          <span className="label">From</span>
          <input type="date" name="from" className="input" defaultValue={query.since ?? ""} />
        </label>
        <div className="field">
          <label htmlFor="to" className="label">
            To
          </label>
          <input
            type="date"
            id="to"
            name="to"
            className="input"
            defaultValue={query.until ?? ""}
            {...(backwards && { "aria-invalid": true, "aria-describedby": TO_ERROR })}
          />
          {backwards && (
            <p id={TO_ERROR} className="field-error">
              Choose a day that is not before From.
            </p>
          )}
        </div>
        <Choice label="Line" name="line" value={query.line} any="All lines">
          <Options options={lines.map((line) => ({ value: line.id, label: numberLabel(line) }))} />
        </Choice>
        <Typed label="Person" name="person" value={query.person} />
        <Choice label="Direction" name="direction" value={query.direction} any="In and out">
          <option value="in">In</option>
          <option value="out">Out</option>
        </Choice>
        <Choice label="State" name="state" value={query.state} any="Any state">
          <Options options={textStates.map((state) => ({ value: state, label: textStateWords(state) }))} />
        </Choice>
        <Typed label="Contact" name="contact" value={query.contact} />
        <div className="flex gap-2">
          <button type="submit" className="btn">
            Filter
          </button>
          {isAsked(query) && (
            <a className="btn btn-quiet" href={HISTORY}>
              Clear
            </a>
          )}
        </div>
      </form>
    </search>
  );
}

type FieldProps = { label: string; name: string };

const Typed = ({ label, name, value }: FieldProps & { value: string }) => (
  <label className="field">
    <span className="label">{label}</span>
    <input name={name} className="input" defaultValue={value} maxLength={254} />
  </label>
);

type ChoiceProps = FieldProps & { value: string | null; any: string; children: React.ReactNode };

const Choice = ({ label, name, value, any, children }: ChoiceProps) => (
  <label className="field">
    <span className="label">{label}</span>
    <span className="select">
      <select name={name} className="input" defaultValue={value ?? ""}>
        <option value="">{any}</option>
        {children}
      </select>
    </span>
  </label>
);
