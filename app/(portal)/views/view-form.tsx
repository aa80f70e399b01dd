"use client";

import { Field } from "@/components/form/fields/field";
import { Form } from "@/components/form/form";
import { Submit } from "@/components/form/submit";
import { save } from "./actions";

export type Kept = { list: "users" | "contacts"; query: string; once: string };

/** What is shown, kept under a name. */
export const ViewForm = ({ list, query, once }: Kept) => (
  <Form
    action={save}
    name="view"
    once={once}
    className="flex flex-wrap items-start print:hidden gap-2 [&_.field-head]:sr-only [&_.field]:m-0 [&_.field]:w-44"
  >
    <input type="hidden" name="list" value={list} />
    <input type="hidden" name="query" value={query} />
    <Field name="name" label="View name" placeholder="View name" maxLength={40} autoComplete="off" />
    <Submit variant="secondary">Save view</Submit>
  </Form>
);
