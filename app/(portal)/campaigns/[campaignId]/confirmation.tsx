import { ActionButton } from "@/components/form/action-button";
import { Notice } from "@/components/ui/notice";
import type { Viewer } from "@/lib/access/viewer";
import type { Campaign } from "@/lib/campaigns/get";
import type { secondPeople } from "@/lib/campaigns/second-person";
import { hasWritten } from "@/lib/campaigns/writers";
import type { Figure } from "@/lib/text/figure";
import { confirm } from "../actions";

type Second = NonNullable<Awaited<ReturnType<typeof secondPeople>>>;
type Props = { viewer: Viewer; campaign: Campaign; figure: Figure } & Second;

const listed = (names: readonly string[]) => names.join(", ").replace(/, ([^,]+)$/, " or $1");

/** Who has to look it over besides whoever wrote it, and for whoever that is the button. */
export function Confirmation({ viewer, campaign, above, names, hasMore, figure }: Props) {
  const { id, askedAt, askedByName, revision, startsAt } = campaign;
  const all = [
    ...names,
    ...(hasMore
      ? [names.length > 0 ? "somebody else who looks after this line" : "whoever looks after this line"]
      : []),
  ];
  const who = all.length > 0 ? listed(all) : "nobody, as nobody else may send campaigns from this line";
  if (!askedAt)
    return (
      <Notice>
        It goes to more than {figure(above)} people, so somebody else has to confirm it. “
        {startsAt ? "Schedule" : "Send Now"}” asks {who}.
      </Notice>
    );
  if (hasWritten(viewer, campaign))
    return <Notice tone="wait">It waits for somebody else to confirm it: {who}.</Notice>;
  return (
    <Notice tone="wait">
      <div className="grid gap-2">
        <p>
          {askedByName} asks you to confirm it. Look it over: with your word it is {startsAt ? "scheduled" : "sent"}.
        </p>
        <ActionButton
          action={confirm}
          once={crypto.randomUUID()}
          fields={{ campaignId: id, revision: String(revision) }}
          variant="primary"
        >
          Confirm
        </ActionButton>
      </div>
    </Notice>
  );
}
