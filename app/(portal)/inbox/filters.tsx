import { Options } from "@/components/form/fields/options";
import { Icon } from "@/components/ui/icons";
import { INBOX, type InboxQuery } from "@/lib/conversations/inbox-query";
import { numberLabel } from "@/lib/numbers/format-number";

type Props = { query: InboxQuery; lines: readonly { id: string; e164: string; label: string }[]; isChosen: boolean };

/** A GET form: what is asked for stands in the address. Whoever has chosen no tab searches in all. */
export const InboxFilters = ({ query: { view, line, search }, lines, isChosen }: Props) => (
  <search>
    <form key={`${line} ${search}`} action={INBOX} className="toolbar" autoComplete="off">
      {isChosen && <input type="hidden" name="view" value={view} />}
      <label className="search basis-full">
        <Icon name="search" />
        <input
          type="search"
          name="search"
          className="input"
          aria-label="Search conversations"
          placeholder="Search conversations"
          defaultValue={search}
          maxLength={254}
        />
      </label>
      <span className="select">
        <select name="line" className="input" aria-label="Line" defaultValue={line ?? ""}>
          <option value="">All lines</option>
          <Options options={lines.map((each) => ({ value: each.id, label: numberLabel(each) }))} />
        </select>
      </span>
      <button type="submit" className="btn">
        Filter
      </button>
      {(line || search) && (
        <a className="btn btn-quiet" href={INBOX}>
          Clear
        </a>
      )}
    </form>
  </search>
);
