import { Checks } from "@/components/form/fields/checks";
import { SelectField } from "@/components/form/fields/select-field";
import { PickerField } from "@/components/pick/picker-field";
import { allProducts, isRole, productNames, roleNames } from "@/lib/access/permissions";
import { heldWords } from "@/lib/access/phrases";
import { numberLabel } from "@/lib/numbers/format-number";
import type { PanelData } from "./panel-data";

type Held = PanelData["member"]["roles"][number];
type Props = { data: PanelData; one: Held | undefined };

const keyOf = ({ role, groupId }: Held) => `${role}:${groupId}`;

/** Who has a single role is given another in its place; of several each is ticked, and one more may be given. */
export function PanelFields({ data, one }: Props) {
  const { member, groups } = data;
  const held = member.roles.filter(({ role }) => isRole(role));
  return (
    <div className="section-fields">
      {!one && (
        <Checks
          name="role"
          legend="Roles"
          hint="Untick a role to take it away."
          options={held.map((each) => ({ value: keyOf(each), label: heldWords(each) }))}
          defaultValue={held.map(keyOf)}
        />
      )}
      {held.map((each) => (
        <input key={keyOf(each)} type="hidden" name="roleShown" value={keyOf(each)} />
      ))}
      <RoleToHave roles={data.roles} one={one} />
      <PickerField name="newGroup" label="Group" hint="The role counts in it and in all under it." offer={groups} />
      <Checks
        name="products"
        legend="Products"
        options={allProducts.map((product) => ({ value: product, label: productNames[product] }))}
        defaultValue={member.products}
      />
      <input type="hidden" name="productsShown" value="yes" />
      <Lines data={data} />
    </div>
  );
}

/** One that the viewer could not give stays on offer. */
function RoleToHave({ roles, one }: Pick<PanelData, "roles"> & Pick<Props, "one">) {
  if (!one) return <SelectField name="newRole" label="Role" options={roles} empty="No other role" />;
  const isOffered = roles.some(({ value }) => value === one.role);
  const options = isOffered ? roles : [{ value: one.role, label: roleNames[one.role] }, ...roles];
  return <SelectField name="newRole" label="Role" options={options} />;
}

/** Those that the viewer has no say in are only told, as is how to give one of very many. */
function Lines({ data: { member, numbers } }: Pick<Props, "data">) {
  const theirs = member.lines.filter(({ managed }) => managed);
  const told = member.lines.filter(({ managed }) => !managed);
  const others = numbers.isWhole
    ? numbers.choices.filter(({ value }) => !member.lines.some(({ id }) => id === value))
    : [];
  const hints = [
    told.length > 0 && `Of other groups: ${told.map(numberLabel).join(", ")}.`,
    !numbers.isWhole && "Others are given on their page.",
  ];
  return (
    <>
      <Checks
        name="lines"
        legend="Lines"
        hint={hints.filter(Boolean).join(" ")}
        options={[
          ...theirs.map((line) => ({ value: line.id, label: numberLabel(line) })),
          ...others.map(({ value, label }) => ({ value, label })),
        ]}
        defaultValue={theirs.map(({ id }) => id)}
      />
      {theirs.map(({ id }) => (
        <input key={id} type="hidden" name="lineShown" value={id} />
      ))}
      <SelectField
        name="defaultNumber"
        label="Default Number"
        options={member.lines.map((line) => ({ value: line.id, label: numberLabel(line) }))}
        empty="None"
      />
    </>
  );
}
