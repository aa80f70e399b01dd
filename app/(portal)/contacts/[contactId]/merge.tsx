import { ActionButton } from "@/components/form/action-button";
import { Form } from "@/components/form/form";
import { Section } from "@/components/form/section";
import { Submit } from "@/components/form/submit";
import type { Viewer } from "@/lib/access/viewer";
import { type ContactDetails, phonesMergedWith } from "@/lib/contacts/get";
import { formatNumber } from "@/lib/numbers/format-number";
import { merge, part } from "../actions";
import { ContactField } from "../contact-field";
import { along } from "./along";
import { whyNotParted } from "./why-not-parted";

type Props = { viewer: Viewer; contact: ContactDetails };

/** Their other telephones, and making another contact one of these. */
export async function Merge({ viewer, contact }: Props) {
  const phones = await phonesMergedWith(viewer, contact.id);
  return (
    <Section
      title="Merge"
      sentence="When the same person is here twice, with two telephones. Each conversation goes on with its own number. If one was opted out by hand, both get no texts."
    >
      <div className="form wide">
        {phones.length > 0 && (
          <ul className="grid gap-2" aria-label="Other telephones">
            {phones.map(({ id, phone, canPart, cameWith }) => (
              <li key={id} className="flex flex-wrap items-center gap-3">
                {formatNumber(phone)}
                {canPart ? (
                  <ActionButton
                    action={part}
                    once={crypto.randomUUID()}
                    fields={{ contactId: contact.id, otherId: id }}
                    along={along("part")}
                    size="small"
                  >
                    Undo
                  </ActionButton>
                ) : (
                  <span className="hint">{whyNotParted(cameWith, phones)}</span>
                )}
              </li>
            ))}
          </ul>
        )}
        <Form
          action={merge}
          name="merge"
          once={crypto.randomUUID()}
          fields={{ contactId: contact.id }}
          along={along("merge")}
          className="form"
        >
          {/* Of who is merged nothing stands there any more. */}
          <ContactField
            key={phones.map(({ id }) => id).join()}
            name="other"
            label="Other Contact"
            but={contact.id}
            hint="Name or phone number. It is shown here then; you can undo this for 30 days."
          />
          <div>
            <Submit variant="secondary">Merge</Submit>
          </div>
        </Form>
      </div>
    </Section>
  );
}
