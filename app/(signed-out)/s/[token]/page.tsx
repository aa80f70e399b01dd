import type { Metadata } from "next";
import { cache } from "react";
import { Field } from "@/components/form/fields/field";
import { Form } from "@/components/form/form";
import { Submit } from "@/components/form/submit";
import { SignedOut } from "@/components/shell/signed-out";
import { formatNumber } from "@/lib/numbers/format-number";
import { CLOSED, subscriptionPage } from "@/lib/subscriptions/subscription-page";
import { Flash } from "../../flash";
import { subscribe } from "./actions";

type Props = { params: Promise<{ token: string }> };

const load = cache(subscriptionPage);

const titleOf = (company: string) => `Texts from ${company}`;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const link = await load((await params).token);
  return { title: { absolute: link ? titleOf(link.company) : "This link doesn't work" } };
}

export default async function SubscribePage({ params }: Props) {
  const { token } = await params;
  const link = await load(token);
  if (!link)
    return (
      <SignedOut
        title="This link doesn't work"
        sentence="It may have been cut off on its way. Open it again, or type it as it is printed."
      />
    );
  const { company, wording, line, isOpen } = link;
  if (!isOpen)
    return <SignedOut company={company} title={CLOSED} sentence={`Nobody joins the texts of ${company} by it.`} />;
  return (
    <SignedOut company={company} title={titleOf(company)} footer={<SmallPrint company={company} line={line} />}>
      <Flash />
      <p className="whitespace-pre-line wrap-anywhere">{wording}</p>
      <Form action={subscribe} once={crypto.randomUUID()}>
        <input type="hidden" name="token" value={token} />
        <Field
          name="phone"
          label="Phone Number"
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          hint="A text asks there to answer YES. Before you do, you get nothing else."
          maxLength={60}
        />
        <Submit size="wide">Subscribe</Submit>
      </Form>
    </SignedOut>
  );
}

const SmallPrint = ({ company, line }: { company: string; line: string }) => (
  <p className="max-w-[44ch]">
    The texts come from {formatNumber(line)}. Reply STOP to opt out, HELP for help. Message and data rates may apply.
    Did you once reply STOP to {company}? Then text START to that number first.
  </p>
);
