import { FilterSelect } from "@/components/shell/filter-select";
import { LiveForm } from "@/components/shell/live-form";
import { Icon } from "@/components/ui/icons";
import { INBOX, type InboxQuery } from "@/lib/conversations/inbox-query";
import { numberLabel } from "@/lib/numbers/format-number";

type Props = {
  query: InboxQuery;
  lines: readonly { id: string; e164: string; label: string }[];
  isChosen: boolean;
  /** The conversation that is open beside the list, and stays so. */
  current: string | undefined;
};

/** A GET form: what is asked for stands in the address. Whoever has chosen no tab searches in all. */
export const InboxFilters = ({ query: { view, line, search }, lines, isChosen, current }: Props) => (
  <search>
    <LiveForm
      action={current ? `${INBOX}/${current}` : INBOX}
      search={search}
      className={`toolbar [&>.select]:min-w-0 ${line ? "[&>.select]:flex-[1_1_100px]" : "max-sm:[&>.select]:flex-[0_1_112px]"}`}
    >
      {isChosen && <input type="hidden" name="view" value={view} />}
      <label className="search basis-30 [@media(scripting:none)]:basis-47">
        <Icon name="search" />
        <input
          type="search"
          name="search"
          className="input placeholder-shown:text-ellipsis placeholder-shown:[&::-webkit-search-cancel-button]:hidden pr-2"
          aria-label="Search conversations"
          placeholder="Search conversations"
          defaultValue={search}
          maxLength={254}
        />
      </label>
      <FilterSelect
        name="line"
        label="Line"
        any="All lines"
        options={lines.map((each) => ({ value: each.id, label: numberLabel(each) }))}
        value={line}
      />
      {line || search ? (
        <span className="flex gap-2">
          <Ask />
          <a className="btn btn-quiet btn-icon" href={INBOX} aria-label="Clear" title="Clear">
            <Icon name="close" />
          </a>
        </span>
      ) : (
        <Ask />
      )}
    </LiveForm>
  </search>
);

const Ask = () => (
  <button type="submit" className="btn without-script">
    Filter
  </button>
);
