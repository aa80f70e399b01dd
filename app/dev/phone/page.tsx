import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Time } from "@/app/time";
import { Field } from "@/components/form/fields/field";
import { TextArea } from "@/components/form/fields/text-area";
import { Form } from "@/components/form/form";
import { Submit } from "@/components/form/submit";
import { PageHeader } from "@/components/shell/page-header";
import { Empty } from "@/components/ui/empty";
import { linesOnPhone, textsOnPhone } from "@/lib/messages/phone/texts-on-phone";
import { type Params, paramOf } from "@/lib/paging";
import { plainEyes } from "@/lib/text/eyes";
import { visitor } from "@/lib/web/request";
import { write } from "./actions";

export const metadata: Metadata = { title: "Customer's telephone" };

/** A number that is nobody's, anywhere: made for films. */
const SOMEBODY = "+12025550143";

export default async function PhonePage({ searchParams }: { searchParams: Promise<Params> }) {
  const [params, who] = [await searchParams, await visitor()];
  const [from, to] = [paramOf(params, "from") || undefined, paramOf(params, "to") || undefined];
  const [texts, lines] = await Promise.all([textsOnPhone(who, { from, to }), linesOnPhone(who)]);
  if (!texts) notFound();
  return (
    <main id="content" className="content max-w-220" tabIndex={-1}>
      <PageHeader
        title="Customer's telephone"
        subtitle="Texts stay on this computer until Lineup has a key for Twilio."
      />
      <Form action={write} once={crypto.randomUUID()}>
        <Field name="from" label="From" type="tel" inputMode="tel" defaultValue={from ?? SOMEBODY} wide />
        <Field
          name="to"
          label="To"
          type="tel"
          inputMode="tel"
          list="lines"
          defaultValue={to ?? lines[0]?.e164 ?? ""}
          wide
        />
        <datalist id="lines">
          {lines.map(({ e164, label }) => (
            <option key={e164} value={e164}>
              {label}
            </option>
          ))}
        </datalist>
        <TextArea name="message" label="Message" rows={3} wide />
        <Submit>Send</Submit>
      </Form>
      {texts.length === 0 ? (
        <Empty title="No texts yet" sentence="Write to a line, and it comes into the Inbox of who has it." />
      ) : (
        <ol className="card mt-6 grid" aria-label="Texts, newest last">
          {texts.map(({ id, direction, phone, line, body, at }) => (
            <li key={id} className="border-b border-(--line) px-4 py-3 last:border-b-0">
              <p className="small wrap-anywhere">
                <a className="link" href={`/dev/phone?${new URLSearchParams({ from: phone, to: line })}`}>
                  {direction === "in" ? `${phone} to ${line}` : `${line} to ${phone}`}
                </a>{" "}
                · <Time at={at} {...plainEyes()} isWhole />
              </p>
              <p className="wrap-anywhere whitespace-pre-wrap">{body}</p>
            </li>
          ))}
        </ol>
      )}
    </main>
  );
}
