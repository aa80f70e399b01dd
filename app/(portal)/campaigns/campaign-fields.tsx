import { Checks } from "@/components/form/fields/checks";
import { Field } from "@/components/form/fields/field";
import { RadioCards } from "@/components/form/fields/radio-cards";
import { SelectField } from "@/components/form/fields/select-field";
import { Section } from "@/components/form/section";
import type { Rule } from "@/lib/auto-replace/replace";
import { HOURS } from "@/lib/campaigns/hours";
import type { Eyes } from "@/lib/text/eyes";
import { hourWords } from "@/lib/text/typed-words";
import { MessageField } from "../inbox/message-field";

type Choice = { value: string; label: string };
type Props = {
  lines: readonly Choice[];
  groups: readonly Choice[];
  defaultLine?: string;
  /** As the company's own fields are written in a text. */
  ownFields: readonly string[];
  rule: Rule | null;
  eyes: Eyes;
  /** What is ticked before anybody chose. */
  chosen?: { groups: readonly string[]; ownZones: boolean; waitsAfterFirst: boolean };
};

function alike(ownFields: readonly string[]): string {
  const all = ["{last name|…}", "{company|…}", ...ownFields];
  return `${all.slice(0, -1).join(", ")} and ${all.at(-1)}`;
}

const NONE = { groups: [], ownZones: false, waitsAfterFirst: false };

/** What is written of a campaign; the values are the form's. */
export const CampaignFields = ({ lines, groups, defaultLine, ownFields, rule, eyes, chosen = NONE }: Props) => (
  <>
    <Section title="Campaign" sentence="Who reads it, and from which line it comes.">
      <Field name="name" label="Name" hint="Only your colleagues see it." maxLength={120} autoComplete="off" wide />
      <SelectField name="from" label="From" options={lines} {...(defaultLine && { defaultValue: defaultLine })} />
      <Checks
        name="group"
        legend="To"
        hint="Contact groups. Whoever is in several gets it once."
        options={groups}
        defaultValue={chosen.groups}
      />
    </Section>
    <Section
      title="Message"
      sentence={`{first name|there} becomes each contact's first name, or the words after the bar. ${alike(ownFields)} work alike. {unsubscribe link} becomes a link of each contact's own, by which they stop all texts.`}
    >
      <MessageField rows={5} wide rule={rule} />
    </Section>
    <Section
      title="Time"
      sentence={`Nobody gets it before ${hourWords(HOURS.from, eyes)} (on Sundays ${hourWords(HOURS.fromOnSundays, eyes)}) or after ${hourWords(HOURS.to, eyes)} where they are.`}
    >
      <RadioCards
        name="when"
        legend="When"
        options={[
          { value: "now", title: "Now", description: "Once you have looked it over and press Send Now." },
          { value: "at", title: "At a date and time", description: "It begins by itself." },
        ]}
        defaultValue="now"
      />
      <Field name="date" label="Date" type="date" />
      <Field name="time" label="Time" type="time" />
      <Checks
        name="ownZones"
        legend="Whose time"
        options={[{ value: "yes", label: "In each contact's own time zone" }]}
        defaultValue={chosen.ownZones ? ["yes"] : []}
      />
      <RadioCards
        name="atClose"
        legend="When the hours end"
        options={[
          { value: "go on", title: "Go on the next day", description: "Everybody gets it in the end." },
          { value: "stop", title: "Stop", description: "Whose turn has not come by then gets nothing." },
        ]}
        defaultValue="go on"
      />
      <Checks
        name="waitsAfterFirst"
        legend="How it begins"
        hint="After 100 texts it pauses. Resume sends the rest."
        options={[{ value: "yes", label: "First 100, then wait for me" }]}
        defaultValue={chosen.waitsAfterFirst ? ["yes"] : []}
      />
    </Section>
  </>
);
