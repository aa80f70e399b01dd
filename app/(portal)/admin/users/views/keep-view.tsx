import { ActionButton } from "@/components/form/action-button";
import { Field } from "@/components/form/fields/field";
import { Form } from "@/components/form/form";
import { Submit } from "@/components/form/submit";
import type { SavedView } from "@/lib/saved-views/list";
import { remove, save } from "./actions";

type Props = { query: string; view: SavedView | undefined };

/** What is shown can be kept under a name, or is one of the views kept and can be let go. */
export const KeepView = ({ query, view }: Props) =>
  view ? (
    <ActionButton
      action={remove}
      once={crypto.randomUUID()}
      fields={{ viewId: view.id }}
      size="small"
      label={`Remove view ${view.name}`}
    >
      Remove view
    </ActionButton>
  ) : (
    <Form
      key={query}
      action={save}
      name="view"
      once={crypto.randomUUID()}
      className="flex flex-wrap items-end gap-2 [&_.field-head]:sr-only [&_.field]:m-0 [&_.field]:w-44"
    >
      <input type="hidden" name="query" value={query} />
      <Field name="name" label="View name" placeholder="View name" maxLength={40} autoComplete="off" />
      <Submit variant="secondary">Save view</Submit>
    </Form>
  );
