"use client";

import { Field } from "@/components/form/fields/field";
import { SelectField } from "@/components/form/fields/select-field";
import { Form } from "@/components/form/form";
import { Submit } from "@/components/form/submit";
import { makeGroupOf } from "../actions";
import { GROUP_FORM } from "./along";

const WHICH = [
  { value: "undelivered", label: "Undelivered" },
  { value: "replied", label: "Replied" },
];

type Props = { campaignId: string; name: string; once: string };

/** Some of its recipients become a contact group: to be called, or written to again. */
export const GroupForm = ({ campaignId, name, once }: Props) => (
  <Form
    id={GROUP_FORM}
    together="acts"
    action={makeGroupOf}
    name="group"
    once={once}
    values={{ of: "undelivered", name: "" }}
    className="grid gap-4"
  >
    <input type="hidden" name="campaignId" value={campaignId} />
    <SelectField name="of" label="Make a group of" options={WHICH} />
    <Field name="name" label="Name" placeholder={`${name}, undelivered`} maxLength={80} autoComplete="off" />
    <div>
      <Submit variant="secondary">Make Group</Submit>
    </div>
  </Form>
);
