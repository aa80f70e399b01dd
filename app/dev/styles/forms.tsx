"use client";

import { useState } from "react";
import { TimeZoneField } from "@/app/time-zone-field";
import { ActionButton } from "@/components/form/action-button";
import { ConfirmedButton } from "@/components/form/confirmed-button";
import { NameFields } from "@/components/form/fields/name-fields";
import { UsernameOf } from "@/components/form/fields/username-of";
import { Form } from "@/components/form/form";
import { Cancel } from "@/components/form/leave-kept";
import { Opens } from "@/components/form/opens";
import { Revision } from "@/components/form/revision";
import { FormFoot, Section } from "@/components/form/section";
import { Submit } from "@/components/form/submit";
import { SuggestField } from "@/components/pick/suggest-field";
import { GoTo } from "@/components/shell/go-to";
import { Shortcuts } from "@/components/shell/shortcuts";
import { Button } from "@/components/ui/button";
import { WaysOn } from "@/components/ui/ways-on";
import type { FormAction } from "@/lib/form-state";
import { Row } from "./both";
import { Refused } from "./refused";

const answered =
  (ok: boolean, words: { message?: string; errors?: Record<string, string> }): FormAction =>
  async ({ attempt }) => ({ ok, errors: {}, values: {}, attempt: attempt + 1, ...words });

const taken = answered(true, { message: "Checked just now." });
const refused = answered(false, { message: "This is the company's only Admin. Make somebody else an Admin first." });
const locked = answered(false, { errors: { currentPassword: "Enter your current password." } });

const ZONES = ["Europe/Berlin", "Europe/London", "UTC"].map((zone) => `${zone}\t${zone}`).join("\n");
const CHANGED = { revision: "Cara Novak has saved this page meanwhile." };

/** A form in its parts, and buttons that are forms: each answers where it stands. */
export const WholeForm = () => (
  <>
    <Form action={refused} once="" name="">
      <Section title="User Details" sentence="How colleagues know them.">
        <UsernameOf username="ben.ortiz" />
        <NameFields ofOther defaults={{ firstName: "Ben", lastName: "Ortiz" }} />
        <SuggestField name="person" label="Username or email" from="people-managed" />
        <TimeZoneField options={ZONES} />
        <p>
          <Opens href="#content">More access</Opens>
        </p>
      </Section>
      <FormFoot>
        <Submit>Save</Submit>
        <Cancel href="#content" />
      </FormFoot>
    </Form>
    <Refused errors={CHANGED} values={{ revision: "1" }}>
      <Revision now={2} page="#content" />
    </Refused>
  </>
);

export const OneButton = () => (
  <>
    <Row>
      <ActionButton action={taken} once="">
        Check now
      </ActionButton>
      <ActionButton action={refused} once="" variant="danger">
        Disable
      </ActionButton>
    </Row>
    <ConfirmedButton action={locked} once="">
      Log out of all others
    </ConfirmedButton>
    <WaysOn retry={() => undefined} />
  </>
);

/** What opens over the page by a key, here by a button. */
export function OverThePage() {
  const [opened, open] = useState<"keys" | "go to">();
  const close = () => open(undefined);
  return (
    <Row>
      <Button onClick={() => open("keys")}>Keyboard shortcuts</Button>
      <Button onClick={() => open("go to")}>Go to</Button>
      {opened === "keys" && <Shortcuts close={close} />}
      {opened === "go to" && <GoTo close={close} />}
    </Row>
  );
}
