import { Checks } from "@/components/form/fields/checks";
import { SelectField } from "@/components/form/fields/select-field";
import { StaticField } from "@/components/form/fields/static-field";
import { Section } from "@/components/form/section";
import { PickerField } from "@/components/pick/picker-field";
import { allProducts, isRole, productNames } from "@/lib/access/permissions";
import { heldWords } from "@/lib/access/phrases";
import type { accessOptions } from "@/lib/members/access/access-options";
import type { Member } from "@/lib/members/get";
import { numberLabel } from "@/lib/numbers/format-number";
import type { Offer } from "@/lib/pick/choice";
import { productWords } from "../words";
import { Explanation } from "./explanation";
import { DefaultNumber } from "./parts/default-number";

export type More = Awaited<ReturnType<typeof accessOptions>>;
type Props = { member: Member; more: More | undefined; numbers: Offer; tab: string | null };

/** So few are ticked among all there are; of more, those they have are listed, and others are looked for. */
const FEW = 20;

/** What they may do, where, and with which lines. One's own is for another Admin to change. */
export function AccessFields({ member, more, numbers, tab }: Props) {
  const others = numbers.choices.filter(({ value }) => !member.lines.some(({ id }) => id === value));
  const isFew = numbers.isWhole && numbers.choices.length <= FEW;
  return (
    <div id="access">
      <Section
        title="Access"
        sentence="Each role counts in its group and all groups under it."
        beside={<Explanation member={member} />}
      >
        {member.isSelf ? (
          <OwnAccess member={member} />
        ) : (
          <>
            <Roles member={member} />
            {more && <AnotherRole more={more} />}
            <Products member={member} />
            <Lines member={member} others={more && isFew ? others : []} />
            {more && !isFew && <AnotherLine rest={{ ...numbers, choices: others }} />}
          </>
        )}
        {tab === "access" && <DefaultNumber member={member} numbers={numbers} />}
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
        hint={`${held.length > 1 ? `As saved: ${held.length} roles. ` : ""}Untick a role to take it away.`}
        isList
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
    <PickerField name="newGroup" label="Group" offer={more.groups} hint="Where the other role counts." />
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

function AnotherLine({ rest }: { rest: Offer }) {
  if (rest.isWhole && rest.choices.length === 0) return null;
  return (
    <PickerField name="newLine" label="Line" offer={rest} empty="No other line" hint="One more, if you like." wide />
  );
}

/** The lines they have come first; those that the viewer has no say in are only told. */
function Lines({ member, others }: { member: Member; others: Offer["choices"] }) {
  const theirs = member.lines.filter(({ managed }) => managed);
  const told = member.lines.filter(({ managed }) => !managed);
  const held = theirs.map((line) => ({ value: line.id, label: numberLabel(line), ...noteOn(line, member) }));
  const options = [...held, ...others.map(({ value, label }) => ({ value, label }))];
  return (
    <>
      {options.length > 0 && (
        <Checks
          name="lines"
          legend="Lines"
          hint={`As saved: ${countWords(member.lines.length).toLowerCase()}.${held.length > 0 ? " Untick a line to take it away." : ""}`}
          isList
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
