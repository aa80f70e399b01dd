import { Checks } from "@/components/form/fields/checks";
import type { Option } from "@/components/form/fields/options";
import { Segments } from "@/components/form/fields/segments";
import { SelectField } from "@/components/form/fields/select-field";
import { Section } from "@/components/form/section";
import { PickerField } from "@/components/pick/picker-field";
import { allRoles, productNames, roleNames, userTypes } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { accessOptions } from "@/lib/members/access/access-options";
import type { Act } from "@/lib/members/acts";
import type { Offer } from "@/lib/pick/choice";
import { offer } from "@/lib/pick/offer";

type Roles = { roles: readonly Option[]; groups: Offer; group: string };

/** What else must be said before it can be done. */
export async function Choices({ act, viewer }: { act: Act; viewer: Viewer }) {
  if (act === "products") return <ProductChoices />;
  if (act === "assign") return <GroupToJoin {...(await accessOptions(viewer))} />;
  if (act === "add-role") return <RoleToAdd {...(await accessOptions(viewer))} />;
  if (act === "give-line" || act === "take-line")
    return <LineToChoose {...{ act }} numbers={await offer(viewer, { from: "numbers-to-give" })} />;
  if (act === "remove-role") return <RoleToRemove {...(await accessOptions(viewer))} />;
  return null;
}

/** To be in a group is to have a role there: the group is what matters, the role the usual one. */
const GroupToJoin = ({ roles, groups }: Roles) => (
  <Section title="Group" sentence="Whoever is in a group has a role there. It holds in everything under it, too.">
    <PickerField name="group" label="Group" offer={groups} empty="Choose a group" />
    <SelectField
      name="role"
      label="Role"
      options={roles}
      defaultValue={userTypes[0].value}
      hint="What they may do in the group."
    />
  </Section>
);

const RoleToAdd = ({ roles, groups, group }: Roles) => (
  <Section title="Role" sentence="One more, beside the roles that they have.">
    <SelectField name="role" label="Role" options={roles} empty="Choose a role" />
    <PickerField
      name="group"
      label="Group"
      offer={groups}
      defaultValue={group}
      hint="Where it holds: in this group and everything under it."
    />
  </Section>
);

const RoleToRemove = ({ groups }: Roles) => (
  <Section title="Role" sentence="It is taken where it was given; the same role in other groups stays.">
    <SelectField name="role" label="Role" options={every} empty="Choose a role" />
    <PickerField name="group" label="Group" offer={groups} empty="Choose a group" hint="Where it was given." />
  </Section>
);

const every = allRoles.map((role) => ({ value: role, label: roleNames[role] }));

const LineToChoose = ({ act, numbers }: { act: "give-line" | "take-line"; numbers: Offer }) => (
  <Section
    title="Line"
    sentence={act === "give-line" ? "A number that they may text from." : "Their other lines stay."}
  >
    <PickerField name="line" label="Line" offer={numbers} empty="Choose a line" />
  </Section>
);

const ProductChoices = () => (
  <Section title="Products" sentence="A permission counts only if its product is switched on.">
    <Checks
      name="products"
      legend="Products"
      options={Object.entries(productNames).map(([value, label]) => ({ value, label }))}
    />
    <Segments
      name="to"
      legend="Switch them"
      defaultValue="on"
      options={[
        { value: "on", label: "On" },
        { value: "off", label: "Off" },
      ]}
    />
  </Section>
);
