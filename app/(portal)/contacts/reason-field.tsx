import { Field } from "@/components/form/fields/field";

/** Why somebody gets no more texts: of one contact, and of many. */
export const ReasonField = () => (
  <Field name="reason" label="Reason" hint="How they told you, or why." maxLength={300} autoComplete="off" optional />
);
