import type { Metadata } from "next";
import { RadioCards } from "@/components/form/fields/radio-cards";
import { TextArea } from "@/components/form/fields/text-area";
import { Form } from "@/components/form/form";
import { Revision } from "@/components/form/revision";
import { FormFoot, Section } from "@/components/form/section";
import { Submit } from "@/components/form/submit";
import { PageHeader } from "@/components/shell/page-header";
import { getAutoReplace, lineOf } from "@/lib/auto-replace/set";
import { forbidden } from "@/lib/web/forbidden";
import { requireViewer } from "@/lib/web/viewer";
import { save } from "./actions";

export const metadata: Metadata = { title: "Auto-Replace" };

export default async function AutoReplacePage() {
  const viewer = await requireViewer("auto-replace.manage");
  const { autoReplace, replacements, revision } = (await getAutoReplace(viewer)) ?? (await forbidden(viewer));
  return (
    <>
      <PageHeader
        title="Auto-Replace"
        subtitle="One sign that telephones don't have in their own alphabet, and a text holds 70 instead of 160."
      />
      <Form
        action={save}
        once={crypto.randomUUID()}
        version={revision}
        values={{ autoReplace, replacements: replacements.map(lineOf).join("\n") }}
        className="form-sections"
      >
        <Revision now={revision} page="/admin/auto-replace" />
        <Section
          title="Signs"
          sentence="In every text that colleagues write, and in campaigns. It is shown before it is sent."
        >
          <RadioCards
            name="autoReplace"
            legend="Replace"
            options={[
              { value: "off", title: "Nothing", description: "Texts leave as they are written." },
              { value: "table", title: "What stands in the table", description: "And nothing else." },
              {
                value: "all",
                title: "Every sign with its nearest",
                description:
                  "Curly quotes become straight, é stays and ł becomes l. Pictures and other alphabets stay.",
              },
            ]}
            defaultValue={autoReplace}
          />
          <TextArea
            name="replacements"
            label="Table"
            optional
            hint="One in each line: what = instead. “… = ...”, or “€ = EUR”. It counts where the table is chosen."
            rows={8}
            wide
          />
        </Section>
        <FormFoot>
          <Submit>Save</Submit>
        </FormFoot>
      </Form>
    </>
  );
}
