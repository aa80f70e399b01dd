import { ActionButton } from "@/components/form/action-button";
import { StaticField } from "@/components/form/fields/static-field";
import { Section } from "@/components/form/section";
import { Address } from "@/components/ui/address";
import { Notice } from "@/components/ui/notice";
import type { NumberAtCarrier } from "@/lib/numbers/carrier/at-carrier";
import { setAtCarrier } from "../actions";
import { along } from "./along";

type Props = { number: NumberAtCarrier; manages: boolean };

/** What carries the number's texts, where it brings what comes in, and what is wrong with that. */
export function Carrier({ number, manages }: Props) {
  const { id, carrier, wrong, address, error, perSecond } = number;
  return (
    <Section title="Carrier" sentence={SENTENCES[carrier]}>
      <div className="wide grid gap-4">
        {wrong.map((words) => (
          <Notice key={words} tone="wait">
            {words}
          </Notice>
        ))}
        {error && <Notice tone="bad">The carrier has not taken the webhook address: {error}</Notice>}
        <StaticField label="Webhook address" hint="Where the carrier brings what customers write.">
          <code>
            <Address of={address} />
          </code>
        </StaticField>
        {carrier === "twilio" && <StaticField label="At the carrier">{whetherSet(number)}</StaticField>}
        <StaticField label="Pace">
          {perSecond === 1 ? "1 segment" : `${perSecond} segments`} a second; what is more waits its turn.
        </StaticField>
        {carrier === "twilio" && manages && (
          <div>
            <ActionButton
              action={setAtCarrier}
              once={crypto.randomUUID()}
              fields={{ numberId: id }}
              along={along("set-at-carrier")}
            >
              Set at the carrier
            </ActionButton>
          </div>
        )}
      </div>
    </Section>
  );
}

const SENTENCES = {
  none: "There is no carrier: texts wait. Set TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN on the server and start it again; what waits then leaves by itself.",
  simulated: "A simulated carrier takes texts, and nobody gets them. Customers write at /dev/phone.",
  twilio: "Twilio carries the texts of this number.",
};

function whetherSet({ isTold, isKnown, isAsked, webhook, address }: NumberAtCarrier): string {
  if (isAsked) return "Being set. Load the page again in a moment.";
  if (!isTold) return "It has not been asked yet: that happens every five minutes.";
  if (!isKnown) return "It doesn't know this number.";
  if (webhook === address) return "Set: what comes in is brought here.";
  return webhook === null ? "Not set." : `Another address is set: ${webhook}`;
}
