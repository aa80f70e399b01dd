import { Time } from "@/app/time";
import { Section } from "@/components/form/section";
import { ButtonLink } from "@/components/ui/button";
import { can } from "@/lib/access/can";
import type { Viewer } from "@/lib/access/viewer";
import { type ContactDetails, conversationsWith } from "@/lib/contacts/get";
import { INBOX } from "@/lib/conversations/inbox-query";
import { formatNumber } from "@/lib/numbers/format-number";
import { eyesOf } from "@/lib/text/eyes";

type Props = { viewer: Viewer; contact: ContactDetails };

export async function Conversations({ viewer, contact }: Props) {
  const talks = await conversationsWith(viewer, contact.id);
  const eyes = eyesOf(viewer);
  return (
    <Section title="Conversations" sentence="Those on your own lines.">
      <div className="form wide">
        {talks.length === 0 && <p className="text-ink-2">None on your lines.</p>}
        {talks.length > 0 && (
          <ul className="card" aria-label="Conversations">
            {talks.map(({ id, preview, at, line, phone, closedAt }) => (
              <li key={id} className="conversation border-line not-first:border-t">
                <a href={`${INBOX}/${id}`} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 px-4 py-2.5">
                  <span className="overflow-hidden text-ellipsis whitespace-nowrap">{preview || "No texts yet"}</span>
                  <span className="text-small text-ink-2">
                    <Time at={at} {...eyes} />
                  </span>
                  <span className="text-small text-ink-3">
                    {line}
                    {phone !== contact.phone && ` · ${formatNumber(phone)}`}
                    {closedAt && " · Done"}
                  </span>
                </a>
              </li>
            ))}
          </ul>
        )}
        {can(viewer, "messages.send") && (
          <div>
            <ButtonLink href={`${INBOX}/new?to=${encodeURIComponent(contact.phone)}`}>New Conversation</ButtonLink>
          </div>
        )}
      </div>
    </Section>
  );
}
