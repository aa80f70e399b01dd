import { Checks } from "@/components/form/fields/checks";
import { Field } from "@/components/form/fields/field";
import { Form } from "@/components/form/form";
import { Revision } from "@/components/form/revision";
import { Section } from "@/components/form/section";
import { Submit } from "@/components/form/submit";
import { PickerField } from "@/components/pick/picker-field";
import type { Viewer } from "@/lib/access/viewer";
import type { Group } from "@/lib/groups/get";
import type { Offer } from "@/lib/pick/choice";
import { offer } from "@/lib/pick/offer";
import { move, rename } from "../actions";
import { locationChecks } from "../location";
import { along, RENAME_FORM } from "./along";
import { RemoveSection } from "./remove-section";

/** What can be changed about the group; only what the viewer may. The root has no place to go and stays. */
export async function Settings({ viewer, group }: { viewer: Viewer; group: Group }) {
  const { parentId } = group;
  const isPlaced = group.may.place && parentId !== null;
  const groups = () => offer(viewer, { from: `groups-to-move-to:${group.id}`, chosen: parentId });
  return (
    <>
      {group.may.edit && <RenameSection group={group} />}
      {isPlaced && <MoveSection group={{ ...group, parentId }} groups={await groups()} />}
      {isPlaced && <RemoveSection group={group} />}
    </>
  );
}

function RenameSection({ group }: { group: Group }) {
  return (
    <Section title="Details" sentence="The name stands wherever a role says where it holds.">
      <Form
        id={RENAME_FORM}
        together="forms"
        action={rename}
        name="rename"
        once={crypto.randomUUID()}
        values={{ name: group.name }}
        version={group.revision}
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
  group: Group & { parentId: string };
  groups: Offer;
};

function MoveSection({ group, groups }: Placed) {
  return (
    <Section
      title="Place"
      sentence="With the group moves everything under it. Roles given in groups above count here only while it is under them."
    >
      <div id="place" className="wide">
        <Form
          action={move}
          name="move"
          once={crypto.randomUUID()}
          values={{ parentId: group.parentId }}
          fields={{ groupId: group.id }}
          along={along(group, "move")}
          className="form inline-form"
        >
          <PickerField name="parentId" label="Parent Group" offer={groups} />
          <Submit variant="secondary">Move</Submit>
        </Form>
      </div>
    </Section>
  );
}
