import { Notice } from "@/components/ui/notice";
import { MOST_COUNTED } from "@/lib/outbox/log/count-undecided";
import { EMAILS } from "@/lib/outbox/log/email-query";
import type { Figure } from "@/lib/text/figure";
import { figures } from "@/lib/web/figures";

/** Says that emails failed for good, until somebody has decided about each. */
export async function UndecidedNotice({ count }: { count: number }) {
  if (count === 0) return null;
  const figure = await figures();
  return (
    <Notice tone="wait">
      {wordsFor(count, figure)}{" "}
      <a className="link" href={`${EMAILS}?state=undecided`}>
        Look at them
      </a>
    </Notice>
  );
}

function wordsFor(count: number, figure: Figure) {
  if (count >= MOST_COUNTED) return `${figure(MOST_COUNTED)} emails or more could not be sent.`;
  return count === 1 ? "1 email could not be sent." : `${figure(count)} emails could not be sent.`;
}
