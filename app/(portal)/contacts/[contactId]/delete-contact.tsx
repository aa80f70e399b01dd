import { Section } from "@/components/form/section";
import { Confirm } from "@/components/ui/confirm";
import type { ContactDetails } from "@/lib/contacts/get";
import { shownName } from "@/lib/contacts/shown-name";
import { remove } from "../actions";
import { along } from "./along";

export const DeleteContact = ({ contact }: { contact: ContactDetails }) => (
  <Section title="Delete Contact" sentence="Conversations and messages stay, under the phone number.">
    <div className="wide">
      <Confirm
        verb="Delete"
        question={`Are you sure you want to permanently delete ${shownName(contact)}?`}
        action={remove}
        once={crypto.randomUUID()}
        fields={{ contact: contact.id }}
        along={along("remove")}
      >
        <DeleteWords />
      </Confirm>
    </div>
  </Section>
);

/** What deleting means, of one and of many. */
export const DeleteWords = () => (
  <ul>
    <li>Names, email, company, time zone and notes go, and can't be brought back.</li>
    <li>Conversations and their messages stay, under the phone number.</li>
    <li>Who has opted out stays so: the number gets no texts.</li>
  </ul>
);
