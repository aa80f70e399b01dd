import { Time } from "@/app/time";
import { Form } from "@/components/form/form";
import { Section } from "@/components/form/section";
import { Submit } from "@/components/form/submit";
import { Notice } from "@/components/ui/notice";
import type { Viewer } from "@/lib/access/viewer";
import { type ContactDetails, consentOf } from "@/lib/contacts/get";
import { optedOutWords } from "@/lib/conversations/send-text";
import { formatNumber } from "@/lib/numbers/format-number";
import { eyesOf } from "@/lib/text/eyes";
import { optOut } from "../actions";
import { ReasonField } from "../reason-field";
import { consentWords } from "../words";
import { along } from "./along";

type Props = { viewer: Viewer; contact: ContactDetails };

/** Whether they want texts and get them, what they have said about it, and stopping them by hand. */
export async function Consent({ viewer, contact }: Props) {
  const said = await consentOf(viewer, contact.id);
  const { optedOutAt, unreachableAt, unreachableReason, manages } = contact;
  const eyes = eyesOf(viewer);
  return (
    <Section title="Texts" sentence="An opt-out holds for the whole company, on all lines and in every campaign.">
      <div className="form wide">
        {optedOutAt ? (
          <Notice tone="wait">{optedOutWords(contact)}</Notice>
        ) : (
          !unreachableAt && <p>Texts to them are allowed.</p>
        )}
        {unreachableAt && (
          <Notice tone="bad">
            Unreachable since <Time at={unreachableAt} {...eyes} />: {unreachableReason}
          </Notice>
        )}
        {said.length > 0 && (
          <ul className="grid gap-2" aria-label="Consent">
            {said.map(({ id, at, words, shownText, phone, ...each }) => (
              <li key={id}>
                {consentWords(each)}
                {words && (
                  <>
                    {" "}
                    <q className="text-ink-2">{words}</q>
                  </>
                )}
                {shownText && (
                  <>
                    {" "}
                    to <q className="text-ink-2">{shownText}</q>
                  </>
                )}{" "}
                <span className="text-small text-ink-2">
                  <Time at={at} {...eyes} />
                  {phone !== contact.phone && ` · ${formatNumber(phone)}`}
                </span>
              </li>
            ))}
          </ul>
        )}
        {manages && !optedOutAt && (
          <Form
            action={optOut}
            name="opt-out"
            once={crypto.randomUUID()}
            fields={{ contact: contact.id }}
            along={along("opt-out")}
            className="form"
          >
            <ReasonField />
            <div>
              <Submit variant="secondary">Opt out</Submit>
            </div>
          </Form>
        )}
      </div>
    </Section>
  );
}
