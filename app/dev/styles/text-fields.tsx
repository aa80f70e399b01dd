import { Field } from "@/components/form/fields/field";
import { FileField } from "@/components/form/fields/file-field";
import { PasswordField } from "@/components/form/fields/password-field";
import { SelectField } from "@/components/form/fields/select-field";
import { StaticField } from "@/components/form/fields/static-field";
import { TextArea } from "@/components/form/fields/text-area";
import { Icon } from "@/components/ui/icons";
import { Both } from "./both";
import { Refused } from "./refused";

const types = [
  { value: "all", label: "Whoever may do everything" },
  { value: "other", label: "Whoever may send texts" },
];

const MOST = { bytes: 4_000_000, says: "That file has more than 4 MB. Split it into smaller ones." };

const filled = {
  filled: "Maximiliane Oberhauser-Wetterstein",
  words: "We open at nine.\nSee you then!",
  chosen: "other",
};

const errors = {
  empty: "Enter a first or a last name.",
  filled: "Use 40 characters or fewer.",
  words: "Enter a message.",
  chosen: "Choose one of your lines.",
  password: "That isn't your current password.",
  file: "No column of the file holds email addresses. One of them must, with a heading such as “Email”.",
};

const Fields = () => (
  <>
    <Field name="empty" label="First Name" hint="First or last name, one is enough." placeholder="Nobody yet" />
    <Field name="filled" label="Last Name" optional />
    <TextArea name="words" label="Message" rows={3} hint="Only colleagues see it." />
    <SelectField name="chosen" label="User Type" options={types} empty="Choose one" />
    <PasswordField name="password" label="Current password" autoComplete="current-password" />
    <FileField name="file" label="CSV file" accept=".csv" hint="The first line names the columns." most={MOST} />
  </>
);

/** What is typed into, empty and filled, as it is and with what is wrong beside it. */
export const TextFields = () => (
  <>
    <Both title="Fields">
      <Refused values={filled}>
        <Fields />
      </Refused>
      <Field name="off" label="Email" defaultValue="ana@harbour.example" readOnly />
      <StaticField label="Username" hint="It never changes.">
        ana.silva
      </StaticField>
      <label className="search">
        <Icon name="search" />
        <input type="search" className="input" aria-label="Search users" placeholder="Search users" />
      </label>
    </Both>
    <Both title="Fields, refused">
      <Refused values={filled} errors={errors}>
        <Fields />
      </Refused>
    </Both>
  </>
);
