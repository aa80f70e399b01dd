import { Field } from "@/components/form/fields/field";
import { Submit } from "@/components/form/submit";
import type { Conversation } from "@/lib/conversations/get";
import { clockIn } from "@/lib/text/clock-time";
import { LaterDetails } from "./later-details";

type Props = { conversation: Conversation; eyes: { zone: string; now: Date } };

/** A text that waits for its time: said by one's own clock, beside what time it is where they are. */
export function Later({ conversation: { zone }, eyes }: Props) {
  const own = `Your time zone: ${eyes.zone.replaceAll("_", " ")}.`;
  const theirs = zone ? ` It is ${clockIn(zone, eyes.now)} where they are.` : "";
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
