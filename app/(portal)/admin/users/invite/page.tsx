import type { Metadata } from "next";
import { Checks } from "@/components/form/fields/checks";
import { FileField } from "@/components/form/fields/file-field";
import { TextArea } from "@/components/form/fields/text-area";
import { Form } from "@/components/form/form";
import { Cancel } from "@/components/form/leave-kept";
import { FormFoot, Section } from "@/components/form/section";
import { Submit } from "@/components/form/submit";
import { PickerField } from "@/components/pick/picker-field";
import { PageHeader } from "@/components/shell/page-header";
import { Notice } from "@/components/ui/notice";
import { allProducts, productNames, userTypes } from "@/lib/access/permissions";
import { draftAgain } from "@/lib/invitations/preview/draft-again";
import { MOST_ROWS } from "@/lib/invitations/read/one-person";
import { MOST_BYTES, TOO_LARGE } from "@/lib/invitations/read/people-file";
import { accessOptions } from "@/lib/members/access/access-options";
import { numberOptions } from "@/lib/numbers/options";
import { ifMailed } from "@/lib/outbox/way-out";
import { figureIn } from "@/lib/text/figure";
import { asLeft } from "@/lib/web/as-left";
import { requireViewer } from "@/lib/web/viewer";
import { preview } from "./actions";
import { Columns } from "./columns";

export const metadata: Metadata = { title: "Invite Users" };

const MAILED = "Each person gets an email with a link. They give their name and a password themselves.";
const HANDED_OVER =
  "Each person gets a link, which you copy from their page and hand over. They give their name and a password themselves.";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function InvitePage({ searchParams }: Props) {
  const viewer = await requireViewer("users.manage");
  const { group: asked, draft } = await searchParams;
  const before = await draftAgain(viewer, draft);
  const wanted = before?.group ?? (typeof asked === "string" ? asked : undefined);
  const [{ roles, groups, group }, numbers] = await Promise.all([accessOptions(viewer, wanted), numberOptions(viewer)]);
  const chosen = groups.choices.find(({ value }) => value === wanted)?.value ?? group;
  const values = { group: chosen, ...(before && !before.isFile && { addresses: before.addresses }) };
  const products = allProducts.filter((product) => viewer.products.includes(product));
  const productOptions = products.map((value) => ({ value, label: productNames[value] }));
  return (
    <>
      <PageHeader
        title="Invite Users"
        subtitle={await ifMailed(MAILED, HANDED_OVER)}
        back={{ href: await asLeft("/admin/users"), label: "Users" }}
      />
      {before?.isFile && <Notice>Choose the file again; your other choices are kept.</Notice>}
      <Form action={preview} once={crypto.randomUUID()} values={values} className="form-sections">
        <Section title="People" sentence="Paste as many addresses as you like, or choose a CSV file instead.">
          <TextArea
            name="addresses"
            label="Email addresses"
            hint="Between commas, spaces or lines, with names or without: Ana Silva <ana@example.com>. Or the cells of a table, with their headings."
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            wide
          />
          <FileField
            name="file"
            label="CSV file"
            hint={`In place of the addresses above: a list from any program, saved as CSV or text. Up to ${figureIn(viewer.locale)(MOST_ROWS)} people, each with access of their own if you like.`}
            accept=".csv,.txt,.tsv,.tab,.vcf,.json,text/csv,text/plain,text/tab-separated-values,text/vcard,application/json"
            most={{ bytes: MOST_BYTES, says: TOO_LARGE }}
          />
          <Columns />
        </Section>
        <Section
          title="Access"
          sentence="What all of them get. In a CSV file, a row can say otherwise. It can be changed for each person later."
        >
          <Checks
            name="role"
            legend="Role"
            hint="One or more."
            options={roles}
            defaultValue={before?.role ?? [userTypes[0].value]}
          />
          <PickerField
            name="group"
            label="Group"
            hint="The role holds there and in everything under it."
            offer={groups}
            wide
          />
          <Checks
            name="product"
            legend="Products"
            options={productOptions}
            defaultValue={before?.product ?? products}
          />
          {numbers.length > 0 && (
            <Checks
              name="line"
              legend="Lines"
              hint="The SMS numbers they may text from. The first one is their default number."
              options={numbers}
              defaultValue={before?.line ?? []}
            />
          )}
        </Section>
        <FormFoot>
          <Submit>Preview</Submit>
          <Cancel href={await asLeft("/admin/users")} />
          <p className="small">First you see who gets what. Nothing is sent before you confirm it there.</p>
        </FormFoot>
      </Form>
    </>
  );
}
