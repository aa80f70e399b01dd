import type { Metadata } from "next";
import type { ReactNode } from "react";
import { Form } from "@/components/form/form";
import { Section } from "@/components/form/section";
import { Submit } from "@/components/form/submit";
import { PickerField } from "@/components/pick/picker-field";
import { PageHeader } from "@/components/shell/page-header";
import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Notice } from "@/components/ui/notice";
import type { Viewer } from "@/lib/access/viewer";
import { contactsChosen } from "@/lib/contacts/chosen";
import { shownName } from "@/lib/contacts/shown-name";
import { paramOf } from "@/lib/paging";
import { offer } from "@/lib/pick/offer";
import { figures } from "@/lib/web/figures";
import { forbidden } from "@/lib/web/forbidden";
import { requireViewer } from "@/lib/web/viewer";
import { DeleteWords } from "../[contactId]/delete-contact";
import { optOutMany, remove } from "../actions";
import { putMany, takeOutMany } from "../groups/actions";
import { ReasonField } from "../reason-field";
import { listOf, nameWords, peopleWords } from "../words";

export const metadata: Metadata = { title: "Several contacts" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Asks before anything is done to many: to whom, and what it means. */
export default async function ContactsBulkPage({ searchParams }: Props) {
  const viewer = await requireViewer("contacts.manage");
  const params = await searchParams;
  const act = ACTS[paramOf(params, "act")] ?? (await forbidden(viewer));
  const chosen = await contactsChosen(viewer, params);
  const { people, form } = chosen;
  const figure = await figures();
  const count = peopleWords(people.length, figure);
  const back = listOf(form.list);
  return (
    <>
      <PageHeader
        title={people.length > 0 ? act.question(count) : `${act.verb}: nobody to do this to`}
        back={{ href: back, label: "Contacts" }}
      />
      {chosen.rest && (
        <Notice>{`More than ${figure(people.length)} match. The rest come up when these are done.`}</Notice>
      )}
      {people.length === 0 ? (
        <div className="card">
          <Empty title="Nobody is selected" sentence="Tick contacts on the list, then choose what to do with them.">
            <ButtonLink href={back}>Back to the list</ButtonLink>
          </Empty>
        </div>
      ) : (
        <Section title={count} sentence={nameWords(people.map(shownName), figure)}>
          <Form action={act.action} once={crypto.randomUUID()} className="form wide">
            {Object.entries(form).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            {!("all" in form) && people.map(({ id }) => <input key={id} type="hidden" name="contact" value={id} />)}
            {act.asks ?? <GroupToChoose viewer={viewer} />}
            <div className="flex flex-wrap gap-2">
              <Submit variant={act.variant}>{act.verb}</Submit>
              <ButtonLink href={back} variant="quiet">
                Cancel
              </ButtonLink>
            </div>
          </Form>
        </Section>
      )}
    </>
  );
}

const ACTS: Readonly<Record<string, Act>> = {
  put: { verb: "Add to group", variant: "primary", question: (count) => `Add ${count} to a group?`, action: putMany },
  "take-out": {
    verb: "Remove from group",
    variant: "primary",
    question: (count) => `Remove ${count} from a group?`,
    action: takeOutMany,
  },
  "opt-out": {
    verb: "Opt out",
    variant: "primary",
    question: (count) => `Opt out ${count}?`,
    action: optOutMany,
    asks: <ReasonField />,
  },
  delete: {
    verb: "Delete",
    variant: "danger",
    question: (count) => `Are you sure you want to permanently delete ${count}?`,
    action: remove,
    asks: <DeleteWords />,
  },
};

type Act = {
  verb: string;
  variant: "primary" | "danger";
  question: (count: string) => string;
  action: typeof optOutMany;
  /** What must be said before it can be done; otherwise the group. */
  asks?: ReactNode;
};

const GroupToChoose = async ({ viewer }: { viewer: Viewer }) => (
  <PickerField
    name="group"
    label="Group"
    offer={await offer(viewer, { from: "contact-groups" })}
    empty="Choose a group"
  />
);
