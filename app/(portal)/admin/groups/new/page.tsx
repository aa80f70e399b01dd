import type { Metadata } from "next";
import { Checks } from "@/components/form/fields/checks";
import { Field } from "@/components/form/fields/field";
import { Form } from "@/components/form/form";
import { Cancel } from "@/components/form/leave-kept";
import { FormFoot, Section } from "@/components/form/section";
import { Submit } from "@/components/form/submit";
import { PickerField } from "@/components/pick/picker-field";
import { PageHeader } from "@/components/shell/page-header";
import { paramOf } from "@/lib/paging";
import { offer } from "@/lib/pick/offer";
import { requireViewer } from "@/lib/web/viewer";
import { add } from "../actions";
import { locationChecks } from "../location";

export const metadata: Metadata = { title: "New Group" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NewGroupPage({ searchParams }: Props) {
  const viewer = await requireViewer("groups.manage");
  const parent = paramOf(await searchParams, "parent");
  const groups = await offer(viewer, { from: "groups-to-manage", chosen: parent || viewer.rootGroupId });
  const chosen = groups.choices.find(({ value }) => value === parent) ?? groups.choices[0];
  return (
    <>
      <PageHeader title="New Group" back={{ href: "/admin/groups", label: "Groups" }} />
      <Form
        action={add}
        once={crypto.randomUUID()}
        values={{ parentId: chosen?.value ?? "" }}
        className="form-sections"
      >
        <Section title="Group" sentence="Whoever has a role in the parent group has it in the new one, too.">
          <Field name="name" label="Name" autoComplete="off" hint="A team, a region or a store: West, Store 4." />
          <PickerField name="parentId" label="Parent Group" offer={groups} />
          <Checks {...locationChecks} />
        </Section>
        <FormFoot>
          <Submit>Add Group</Submit>
          <Cancel href="/admin/groups" />
        </FormFoot>
      </Form>
    </>
  );
}
