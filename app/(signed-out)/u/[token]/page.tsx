import type { Metadata } from "next";
import { Form } from "@/components/form/form";
import { Submit } from "@/components/form/submit";
import { SignedOut } from "@/components/shell/signed-out";
import { formatNumber } from "@/lib/numbers/format-number";
import { openedUnsubscribe } from "@/lib/web/opened-link";
import { stop } from "./actions";

export const metadata: Metadata = { title: { absolute: "Stop texts" } };

type Props = { params: Promise<{ token: string }> };

/** Opened by mail and link scanners, too: it changes nothing. */
export default async function UnsubscribePage({ params }: Props) {
  const { token } = await params;
  const link = await openedUnsubscribe(token);
  if (!link)
    return (
      <SignedOut
        title="This link doesn't work any more"
        sentence="It may be old, or have been cut off on its way. Reply STOP to any of the texts, and they end as well."
      />
    );
  const { company, line, hasStopped } = link;
  if (hasStopped)
    return (
      <SignedOut
        company={company}
        title="No more texts"
        sentence={`${company} sends no more texts to the number that got this link.`}
        footer={line && <span>Changed your mind? Text START to {formatNumber(line)}.</span>}
      />
    );
  return (
    <SignedOut
      company={company}
      title={`Texts from ${company}`}
      sentence="You can stop all of them for the number that got this link."
    >
      <Form action={stop} once={crypto.randomUUID()}>
        <input type="hidden" name="token" value={token} />
        <Submit size="wide">Stop texts</Submit>
      </Form>
    </SignedOut>
  );
}
