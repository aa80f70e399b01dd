import { Checks } from "@/components/form/fields/checks";
import { Section } from "@/components/form/section";

/** Whoever speaks to their computer, or presses keys by accident, can do without them. */
export const LetterKeys = ({ isOn }: { isOn: boolean }) => (
  <Section id="keyboard" title="Keyboard" sentence="Arrow keys, Enter, Space and Ctrl+K, or ⌘ K, work in any case.">
    <input type="hidden" name="letterKeys" value="" />
    <Checks
      name="letterKeys"
      legend="Shortcuts"
      options={[{ value: "on", label: "Keyboard shortcuts of one letter" }]}
      hint="/ to search, ? for help, z to undo, and the letters of the Inbox."
      defaultValue={isOn ? ["on"] : []}
    />
  </Section>
);
