import { mediaKind } from "@/lib/carrier/media/media-kind";
import { mediaAddress } from "@/lib/conversations/media/media-id";

type Props = { messageId: string; types: readonly (string | null)[] };

/** What hangs on a customer's text, by name, and the way to it: nothing of it is shown or fetched by itself. */
export function MediaLinks({ messageId, types }: Props) {
  return (
    <ul className="grid gap-1" aria-label="Attachments">
      {types.map((type, at) => (
        <li key={mediaAddress(messageId, at + 1)}>
          <a className="link" href={mediaAddress(messageId, at + 1)} rel="nofollow">
            {mediaKind(type)?.word ?? "File"} {at + 1}
          </a>{" "}
          {type && <span className="text-small text-ink-2">{type}</span>}
        </li>
      ))}
    </ul>
  );
}
