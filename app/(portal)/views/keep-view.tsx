import { ActionButton } from "@/components/form/action-button";
import type { KeptListName } from "@/lib/saved-views/kept-lists";
import type { SavedView } from "@/lib/saved-views/list";
import { remove } from "./actions";
import { SaveView } from "./save-view";

type Props = { list: KeptListName; query: string; view: SavedView | undefined };

/** What is shown can be kept under a name, or is one of the views kept and can be let go. */
export const KeepView = ({ list, query, view }: Props) =>
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
    <SaveView key={query} list={list} query={query} once={crypto.randomUUID()} />
  );
