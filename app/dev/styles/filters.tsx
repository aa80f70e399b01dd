import { CountedFoot } from "@/components/shell/counted-foot";
import { FilterChoice, FilterDays, FilterForm, FilterText } from "@/components/shell/filter-fields";
import { FilterPicker, FilterSelect } from "@/components/shell/filter-select";
import { ListFilters } from "@/components/shell/list-filters";
import { SearchPeople } from "@/components/shell/search-people";
import { SortHeading } from "@/components/shell/sort-heading";
import { figureIn } from "@/lib/text/figure";
import { Both } from "./both";

const kinds = ["Active", "Pending", "Disabled"].map((label) => ({ value: label, label }));

/** So many that there is a field to search in. */
const groups = {
  choices: Array.from({ length: 30 }, (_, at) => ({ value: String(at), label: `Desk ${at + 1}` })),
  isWhole: true,
};

const counted = { rows: [1], total: 4904, from: 51, pages: 197 };

/** What narrows a list, before anything is asked for and after; and what a counted list begins and ends with. */
export const Filters = () => (
  <>
    <Both title="Search and filters" isWide>
      <ListFilters
        action="/dev/styles"
        search={{ label: "Search groups", value: "", shortcut: undefined }}
        clear={null}
      >
        <FilterSelect name="status" label="Status" any="Any status" options={kinds} value={null} />
        <FilterPicker name="group" label="Group" any="Any group" given={groups} value="" />
      </ListFilters>
      <ListFilters
        action="/dev/styles"
        search={{ label: "Search numbers", value: "Maximiliane Oberhauser-Wetterstein", shortcut: undefined }}
        chosen={2}
        clear="#content"
      >
        <FilterSelect name="status" label="Status" any="Any status" options={kinds} value="Pending" />
        <FilterPicker name="group" label="Group" any="Any group" given={groups} value="3" />
      </ListFilters>
      <SearchPeople path="/dev/styles" wish={{ search: "ortiz", size: 50 }} />
    </Both>
    <Both title="Filters of a record">
      <FilterForm action="/dev/styles" address="/dev/styles?person=ben&what=pending">
        <FilterText label="Person" name="person" value="Ben Ortiz" placeholder="Name" />
        <FilterChoice label="What" name="what" value="Pending" any="Anything">
          {kinds.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </FilterChoice>
        <FilterDays since="2026-10-12" until="2026-10-19" backwards={false} />
      </FilterForm>
      <FilterDays since="2026-10-19" until="2026-10-12" backwards />
    </Both>
    <Both title="A counted list">
      <div className="card">
        <table className="table">
          <thead>
            <tr>
              <SortHeading by="name" query={{ by: "name", descending: false }} to={() => "#content"}>
                Name
              </SortHeading>
              <SortHeading by="when" query={{ by: "name", descending: false }} to={() => "#content"}>
                When
              </SortHeading>
            </tr>
          </thead>
          <tbody>
            <tr>
              <td>Line 2</td>
              <td>Today, 09:14</td>
            </tr>
            <tr>
              <td>Line 10</td>
              <td>12 Oct, 17:30</td>
            </tr>
          </tbody>
        </table>
        <CountedFoot
          {...{ list: counted, query: { page: 3, size: 25 }, sizes: [25, 50, 100], figure: figureIn(null) }}
          to={({ page, size }) => `#${page ?? size}`}
        />
      </div>
    </Both>
  </>
);
