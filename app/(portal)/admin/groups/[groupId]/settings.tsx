import { Checks } from "@/components/form/fields/checks";
import { Field } from "@/components/form/fields/field";
import { SelectField } from "@/components/form/fields/select-field";
import { Form } from "@/components/form/form";
import { Revision } from "@/components/form/revision";
import { Section } from "@/components/form/section";
import { Submit } from "@/components/form/submit";
import { ButtonLink } from "@/components/ui/button";
import type { Viewer } from "@/lib/access/viewer";
import type { Group } from "@/lib/groups/get";
import { fewGroupsToMoveTo, groupsToMoveTo } from "@/lib/groups/options";
import { move, rename } from "../actions";
import { locationChecks } from "../location";
import { RemoveSection } from "./remove-section";

/** What can be changed about the group; only what the viewer may. The root has no place to go and stays. */
export async function Settings({ viewer, group, moving }: { viewer: Viewer; group: Group; moving: boolean }) {
  const { parentId } = group;
  const isPlaced = group.may.place && parentId !== null;
  const groupsFor = moving ? groupsToMoveTo : fewGroupsToMoveTo;
  return (
    <>
      {group.may.edit && <RenameSection group={group} />}
      {isPlaced && <MoveSection group={{ ...group, parentId }} groups={await groupsFor(viewer, group.id)} />}
      {isPlaced && <RemoveSection group={group} />}
    </>
  );
}

function RenameSection({ group }: { group: Group }) {
  return (
    <Section title="Details" sentence="The name stands wherever a role says where it holds.">
      <Form
        action={rename}
        name="rename"
        once={crypto.randomUUID()}
        values={{ name: group.name }}
        className="form wide"
      >
        <input type="hidden" name="groupId" value={group.id} />
        <Revision now={group.revision} page={`/admin/groups/${group.id}`} />
        <Field name="name" label="Name" autoComplete="off" />
        <Checks {...locationChecks} defaultValue={group.isLocation ? ["on"] : []} />
        <div>
          <Submit variant="secondary">Save</Submit>
        </div>
      </Form>
    </Section>
  );
}

type Placed = {
  group: { id: string; name: string; parentId: string };
  /** Null: too many to be offered before somebody asks for them. */
  groups: readonly { value: string; label: string }[] | null;
};

function MoveSection({ group, groups }: Placed) {
  return (
    <Section
      title="Place"
      sentence="With the group moves everything under it. Roles given in groups above count here only while it is under them."
    >
      <div id="place" className="wide">
        {groups ? (
          <Form
            action={move}
            name="move"
            once={crypto.randomUUID()}
            values={{ parentId: group.parentId }}
            className="form inline-form"
          >
            <input type="hidden" name="groupId" value={group.id} />
            <SelectField name="parentId" label="Parent Group" options={groups} />
            <Submit variant="secondary">Move</Submit>
          </Form>
        ) : (
          <ButtonLink href={`/admin/groups/${group.id}?move=choose#place`}>Choose another parent group</ButtonLink>
        )}
      </div>
    </Section>
  );
}
