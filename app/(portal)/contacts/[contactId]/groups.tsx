import { ActionButton } from "@/components/form/action-button";
import { Form } from "@/components/form/form";
import { Section } from "@/components/form/section";
import { Submit } from "@/components/form/submit";
import { PickerField } from "@/components/pick/picker-field";
import type { Viewer } from "@/lib/access/viewer";
import type { ContactDetails } from "@/lib/contacts/get";
import { contactsIn } from "@/lib/contacts/groups/contact-groups-query";
import { contactGroupsOf } from "@/lib/contacts/groups/list";
import { offer } from "@/lib/pick/offer";
import { put, takeOut } from "../groups/actions";
import { along } from "./along";

type Props = { viewer: Viewer; contact: ContactDetails };

/** The contact groups that they are in. */
export async function Groups({ viewer, contact: { id, manages } }: Props) {
  const groups = await contactGroupsOf(viewer, id);
  const others = manages ? await offer(viewer, { from: "contact-groups" }) : null;
  const joined = new Set(groups.map((group) => group.id));
  const choices = others?.choices.filter(({ value }) => !joined.has(value)) ?? [];
  return (
    <Section title="Groups" sentence="Contact groups, for campaigns and to find people again.">
      <div className="form wide">
        {groups.length === 0 && <p className="text-ink-2">In no group.</p>}
        {groups.length > 0 && (
          <ul className="grid gap-2" aria-label="Groups">
            {groups.map(({ id: group, name }) => (
              <li key={group} className="flex flex-wrap items-center gap-3">
                <a className="link wrap-anywhere" href={contactsIn(group)}>
                  {name}
                </a>
                {manages && (
                  <ActionButton
                    action={takeOut}
                    once={crypto.randomUUID()}
                    fields={{ contact: id, group }}
                    along={along("take-out")}
                    size="small"
                    label={`Remove from ${name}`}
                  >
                    Remove
                  </ActionButton>
                )}
              </li>
            ))}
          </ul>
        )}
        {others && (choices.length > 0 || !others.isWhole) && (
          <Form
            action={put}
            name="group"
            once={crypto.randomUUID()}
            fields={{ contact: id }}
            along={along("group")}
            className="form inline-form"
          >
            <PickerField name="group" label="Group" offer={{ ...others, choices }} empty="Choose a group" />
            <Submit variant="secondary">Add to group</Submit>
          </Form>
        )}
      </div>
    </Section>
  );
}
