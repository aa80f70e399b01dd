import { Section } from "@/components/form/section";
import { can } from "@/lib/access/can";
import type { Viewer } from "@/lib/access/viewer";
import { eventsOfMember } from "@/lib/audit/events-of-member";
import { pagesOf } from "@/lib/audit/linked-pages";
import { eyesOf } from "@/lib/text/eyes";
import { Events } from "../../activity/events";

/** The last that happened to somebody, for those who may read history. */
export async function MemberActivity({ memberId, viewer }: { memberId: string; viewer: Viewer }) {
  if (!can(viewer, "audit.view")) return null;
  const events = await eventsOfMember(viewer, memberId);
  const entries = events.map((event) => ({ ...event, others: [], otherCount: 0 }));
  const pages = await pagesOf(viewer, entries);
  const all = (
    <a className="inline-block py-1" href={`/admin/activity?person=${memberId}`}>
      All activity by and about them
    </a>
  );
  return (
    <Section title="Activity" sentence={all}>
      <div className="wide card">
        {entries.length > 0 ? (
          <Events entries={entries} pages={pages} eyes={eyesOf(viewer)} dated />
        ) : (
          <p className="px-4 py-3 text-ink-2">Nothing yet.</p>
        )}
      </div>
    </Section>
  );
}
