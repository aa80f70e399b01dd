import { Notice } from "@/components/ui/notice";
import { MOST_COUNTED } from "@/lib/outbox/log/count-undecided";
import { EMAILS } from "@/lib/outbox/log/email-query";

/** Says that emails failed for good, until somebody has decided about each. */
export function UndecidedNotice({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <Notice tone="wait">
      {wordsFor(count)}{" "}
      <a className="link" href={`${EMAILS}?state=undecided`}>
        Look at them
      </a>
    </Notice>
  );
}

function wordsFor(count: number) {
  if (count >= MOST_COUNTED) return `${MOST_COUNTED} emails or more could not be sent.`;
  return count === 1 ? "1 email could not be sent." : `${count} emails could not be sent.`;
}
