import { Field } from "@/components/form/fields/field";
import { Submit } from "@/components/form/submit";
import type { Conversation } from "@/lib/conversations/get";
import type { Eyes } from "@/lib/text/eyes";
import { timeWords } from "@/lib/text/time-words";
import { LaterDetails } from "./later-details";

type Props = { conversation: Conversation; eyes: Eyes };

/** A text that waits for its time: said by one's own clock, beside what time it is where they are. */
export function Later({ conversation: { zone }, eyes }: Props) {
  const own = `Your time zone: ${eyes.zone.replaceAll("_", " ")}.`;
  const theirs = zone ? ` It is ${timeWords(eyes.now, { ...eyes, zone }).clock} where they are.` : "";
  return (
    <LaterDetails>
      <Field
        name="sendAt"
        label="Send at"
        type="datetime-local"
        hint={`${own}${theirs} An answer of theirs calls it off.`}
      />
      <div>
        <Submit variant="secondary" says={{ name: "later", value: "yes" }}>
          Send later
        </Submit>
      </div>
    </LaterDetails>
  );
}
