import { Checks } from "@/components/form/checks";
import { Section } from "@/components/form/section";
import { Segments } from "@/components/form/segments";
import { SelectField } from "@/components/form/select-field";
import { allRoles, productNames, roleNames, userTypes } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { accessOptions } from "@/lib/members/access-options";
import type { Act } from "@/lib/members/bulk/acts";

/** What else must be said before it can be done. */
export async function Choices({ act, viewer }: { act: Act; viewer: Viewer }) {
  if (act === "products") return <ProductChoices />;
  if (act !== "assign" && act !== "add-role" && act !== "remove-role") return null;
  const { roles, groups } = await accessOptions(viewer);
  const every = allRoles.map((role) => ({ value: role, label: roleNames[role] ?? role }));
  return (
    <Section title="Role and group" sentence="A role holds in its group and everything under it.">
      <SelectField
        name="role"
        label="Role"
        options={act === "remove-role" ? every : roles}
        {...(act === "assign" ? { defaultValue: userTypes[0].value } : { empty: "Choose a role" })}
      />
      <SelectField name="group" label="Group" options={groups} empty="Choose a group" />
    </Section>
  );
}

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
