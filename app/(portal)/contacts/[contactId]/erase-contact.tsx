import { Section } from "@/components/form/section";
import { Confirm } from "@/components/ui/confirm";
import type { ContactDetails } from "@/lib/contacts/get";
import { shownName } from "@/lib/contacts/shown-name";
import { erase } from "../actions";

export const EraseContact = ({ contact }: { contact: ContactDetails }) => (
  <Section
    title="Erase Contact"
    sentence="When they ask for everything about them to go: what they wrote and were sent goes, too."
  >
    <div className="wide">
      <Confirm
        verb="Erase"
        question={`Are you sure you want to erase everything about ${shownName(contact)}?`}
        action={erase}
        once={crypto.randomUUID()}
        fields={{ contactId: contact.id }}
      >
        <ul>
          <li>Names, phone numbers, email, company, notes and contact groups go, and can't be brought back.</li>
          <li>
            The words of all messages with them go, on all lines, and colleagues' notes. That there were messages stays.
          </li>
          <li>Reports still count them. Activity says that a contact was erased, and not who.</li>
          <li>The number gets no texts, also if somebody adds it again, until they write to you themselves.</li>
        </ul>
      </Confirm>
    </div>
  </Section>
);
