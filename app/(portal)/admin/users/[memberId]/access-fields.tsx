import { Checks } from "@/components/form/fields/checks";
import { SelectField } from "@/components/form/fields/select-field";
import { StaticField } from "@/components/form/fields/static-field";
import { Section } from "@/components/form/section";
import { allProducts, isRole, productNames } from "@/lib/access/permissions";
import { heldWords } from "@/lib/access/phrases";
import type { accessOptions } from "@/lib/members/access/access-options";
import type { Member } from "@/lib/members/get";
import { numberLabel } from "@/lib/numbers/format-number";
import { productWords } from "../words";

export type More = Awaited<ReturnType<typeof accessOptions>>;
type Option = { value: string; label: string };
type Props = { member: Member; more: More | undefined; numbers: readonly Option[] };

/** What they may do, where, and with which lines. One's own is for another Admin to change. */
export function AccessFields({ member, more, numbers }: Props) {
  return (
    <div id="access">
      <Section title="Access" sentence="Each role counts in its group and all groups under it.">
        {member.isSelf ? (
          <OwnAccess member={member} />
        ) : (
          <>
            <Roles member={member} />
            {more && <AnotherRole more={more} />}
            <Products member={member} />
            <Lines member={member} others={more ? numbers : []} />
          </>
        )}
      </Section>
    </div>
  );
}

const roleKey = ({ role, groupId }: { role: string; groupId: string }) => `${role}:${groupId}`;

function Roles({ member }: { member: Member }) {
  const held = member.roles.filter(({ role }) => isRole(role));
  return (
    <>
      <Checks
        name="role"
        legend="Roles"
        hint="Untick a role to take it away."
        options={held.map((each) => ({ value: roleKey(each), label: heldWords(each) }))}
        defaultValue={held.map(roleKey)}
      />
      {held.map((each) => (
        <input key={roleKey(each)} type="hidden" name="roleShown" value={roleKey(each)} />
      ))}
    </>
  );
}

const AnotherRole = ({ more }: { more: More }) => (
  <>
    <SelectField name="newRole" label="Role" options={more.roles} empty="No other role" hint="One more, if you like." />
    <SelectField name="newGroup" label="Group" options={more.groups} hint="Where the other role counts." />
  </>
);

const Products = ({ member }: { member: Member }) => (
  <>
    <Checks
      name="products"
      legend="Products"
      hint="Without the product, what a role allows in it doesn't count."
      options={allProducts.map((product) => ({ value: product, label: productNames[product] }))}
      defaultValue={member.products}
    />
    <input type="hidden" name="productsShown" value="yes" />
  </>
);

/** The lines they have come first; those that the viewer has no say in are only told. */
function Lines({ member, others }: { member: Member; others: readonly Option[] }) {
  const theirs = member.lines.filter(({ managed }) => managed);
  const rest = others.filter(({ value }) => !member.lines.some(({ id }) => id === value));
  const told = member.lines.filter(({ managed }) => !managed);
  const options = [
    ...theirs.map((line) => ({
      value: line.id,
      label: numberLabel(line),
      ...noteOn(line, member),
    })),
    ...rest,
  ];
  return (
    <>
      {options.length > 0 && (
        <Checks
          name="lines"
          legend="Lines"
          hint={`As saved: ${countWords(member.lines.length).toLowerCase()}.`}
          options={options}
          defaultValue={theirs.map(({ id }) => id)}
        />
      )}
      {theirs.map(({ id }) => (
        <input key={id} type="hidden" name="lineShown" value={id} />
      ))}
      {told.length > 0 && <LineList label={theirs.length > 0 ? "Lines of other groups" : "Lines"} lines={told} />}
      {options.length === 0 && told.length === 0 && <LineList label="Lines" lines={[]} />}
    </>
  );
}

/** Taking the last person off a line is said where it can be unticked. */
function noteOn({ id, isAlone }: Member["lines"][number], { defaultNumberId }: Member) {
  const notes = [id === defaultNumberId && "default", isAlone && "nobody else has it"].filter(Boolean);
  return notes.length > 0 ? { note: notes.join(" · ") } : {};
}

const countWords = (count: number) => (count === 0 ? "No lines" : count === 1 ? "1 line" : `${count} lines`);

const LineList = ({ label, lines }: { label: string; lines: Member["lines"] }) => (
  <StaticField label={label} wide>
    {lines.length === 0 ? (
      "None yet"
    ) : (
      <ul>
        {lines.map((line) => (
          <li key={line.id}>{numberLabel(line)}</li>
        ))}
      </ul>
    )}
  </StaticField>
);

const OwnAccess = ({ member }: { member: Member }) => (
  <>
    <StaticField label="Roles" hint="Nobody changes their own access: only another Admin can." wide>
      <ul>
        {member.roles.map((each) => (
          <li key={roleKey(each)}>{heldWords(each)}</li>
        ))}
      </ul>
    </StaticField>
    <StaticField label="Products" wide>
      {productWords(member.products)}
    </StaticField>
    <LineList label="Lines" lines={member.lines} />
  </>
);
