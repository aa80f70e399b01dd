import { TimeZoneField } from "@/app/time-zone-field";
import { Checks } from "@/components/form/fields/checks";
import { RadioCards } from "@/components/form/fields/radio-cards";
import { Segments } from "@/components/form/fields/segments";
import { PickerField } from "@/components/pick/picker-field";
import { ThemeSwitch } from "@/components/ui/theme-switch";
import { timeZoneOptions } from "@/lib/text/time";
import { Both } from "./both";
import { Refused } from "./refused";

const products = ["Texting", "Chat", "Campaigns", "Reports"].map((label) => ({ value: label, label }));

const lines = Array.from({ length: 14 }, (_, at) => ({
  value: String(at),
  label: `Desk ${at + 1}`,
  note: `(415) 555-01${String(at + 10)}`,
}));

const errors = {
  products: "Choose at least one.",
  type: "Choose one of the two.",
  status: "This is the company's only Admin.",
  group: "Choose a group.",
  timeZone: "Choose a time zone.",
};

/** So many that there is a field to search in. */
const given = {
  choices: Array.from({ length: 3 }).flatMap((_, round) =>
    lines.map(({ value, ...line }) => ({ ...line, value: `${round} ${value}` })),
  ),
  isWhole: true,
};

const Choices = () => (
  <>
    <Checks name="products" legend="Products" options={products} hint="What they may use at all." />
    <Checks name="lines" legend="Lines" options={lines} isList />
    <RadioCards
      name="type"
      legend="User Type"
      options={[
        { value: "all", title: "Everything", description: "Adds people, gives access, and changes the company." },
        { value: "own", title: "Their own", description: "Sends and reads texts on the lines they have." },
      ]}
    />
    <Segments
      name="status"
      legend="User Status"
      options={[
        { value: "Active", label: "Active", tone: "good" },
        { value: "Disabled", label: "Disabled", tone: "off" },
      ]}
    />
    <PickerField name="group" label="Default Number" offer={given} empty="None" />
    <TimeZoneField options={timeZoneOptions()} defaultValue="America/Los_Angeles" />
  </>
);

/** What is chosen, as it is and with what is wrong beside it; a picker's list opens when it is pressed. */
export const ChoiceFields = () => (
  <>
    <Both title="Choices">
      <Refused values={{ products: ["Texting", "Chat"], lines: ["1"], type: "own", status: "Active", group: "0 3" }}>
        <Choices />
        <ThemeSwitch theme={undefined} />
      </Refused>
    </Both>
    <Both title="Choices, refused">
      <Refused values={{ type: "", status: "Disabled" }} errors={errors}>
        <Choices />
      </Refused>
    </Both>
  </>
);
