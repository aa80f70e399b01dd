import type { Metadata } from "next";
import { SelectField } from "@/components/form/fields/select-field";
import { Form } from "@/components/form/form";
import { Section } from "@/components/form/section";
import { Submit } from "@/components/form/submit";
import { PageHeader } from "@/components/shell/page-header";
import { replacingFor } from "@/lib/auto-replace/rule-of";
import { INBOX } from "@/lib/conversations/inbox-query";
import { linesFor } from "@/lib/conversations/lines";
import { numberLabel } from "@/lib/numbers/format-number";
import { paramOf } from "@/lib/paging";
import { requireViewer } from "@/lib/web/viewer";
import { ContactField } from "../../contacts/contact-field";
import { start } from "../actions";
import { NoLine } from "../list/no-line";
import { MessageField } from "../message-field";
import { TextsWait } from "../texts-wait";

export const metadata: Metadata = { title: "New Conversation" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NewConversationPage({ searchParams }: Props) {
  const viewer = await requireViewer("messages.send");
  const [{ lines, defaultLine }, rule] = await Promise.all([linesFor(viewer, "messages.send"), replacingFor(viewer)]);
  const usable = lines.filter(({ disabledAt }) => !disabledAt);
  const first = usable.find(({ id }) => id === defaultLine) ?? usable[0];
  return (
    <>
      <PageHeader title="New Conversation" back={{ href: INBOX, label: "Inbox" }} />
      <TextsWait viewer={viewer} />
      {first ? (
        <Section title="Message" sentence="Is there a conversation with them on that line already, it goes on there.">
          <Form
            action={start}
            once={crypto.randomUUID()}
            values={{ to: paramOf(await searchParams, "to").slice(0, 160) }}
          >
            <ContactField name="to" label="To" hint="A contact or a phone number." />
            <SelectField
              name="from"
              label="From"
              options={usable.map((line) => ({ value: line.id, label: numberLabel(line) }))}
              defaultValue={first.id}
            />
            <MessageField rows={4} rule={rule} />
            <div>
              <Submit>Send</Submit>
            </div>
          </Form>
        </Section>
      ) : (
        <div className="card">
          <NoLine viewer={viewer} />
        </div>
      )}
    </>
  );
}
