import { Time } from "@/app/time";
import { Section } from "@/components/form/section";
import { ButtonLink } from "@/components/ui/button";
import { ProgressBar } from "@/components/ui/progress-bar";
import { can } from "@/lib/access/can";
import type { Viewer } from "@/lib/access/viewer";
import { CAMPAIGNS } from "@/lib/campaigns/campaigns-query";
import type { Campaign } from "@/lib/campaigns/get";
import { campaignReport } from "@/lib/campaigns/report/campaign-report";
import { eyesOf } from "@/lib/text/eyes";
import { figures } from "@/lib/web/figures";
import { Watch } from "../../columns/watch";
import { TextsWait } from "../../inbox/texts-wait";
import { GROUP_FORM } from "./along";
import { GroupForm } from "./group-form";
import { Holds } from "./holds";
import { PausedNotice } from "./paused-notice";
import { Hours, OptOuts, Reasons } from "./report-parts";
import { Waits } from "./waits";
import { onTheirClocks } from "./words";

type Props = { viewer: Viewer; campaign: Campaign };

const NOT_BEGUN: Partial<Record<Campaign["state"], string>> = {
  sending: "Its recipients are being written down.",
  stopped: "It was stopped before it began.",
};

/** How far it is, and what became of it. */
export async function Report({ viewer, campaign }: Props) {
  const { id, state, body, startsAt, startsOn, ownZones, frozenAt, madeByName } = campaign;
  const [figure, parts] = await Promise.all([figures(), campaignReport(viewer, id)]);
  const makesGroup = campaign.failed + campaign.replies > 0 && can(viewer, "contacts.manage");
  const told = { figure, eyes: eyesOf(viewer) };
  // Who was left out when it was stopped is not done.
  const done = campaign.recipients - campaign.waiting - (state === "stopped" ? campaign.left : 0);
  const rows = [
    ["Recipients", campaign.recipients],
    ["Sent", campaign.sent],
    ["Delivered", campaign.delivered],
    ["Failed", campaign.failed],
    ["Not sent", campaign.left],
    ["Replies", campaign.replies],
    ["Opt-outs", campaign.optOuts],
  ] as const;
  return (
    <>
      <PausedNotice campaign={campaign} figure={figure} />
      {state === "sending" && <TextsWait viewer={viewer} />}
      <Section title="Progress">
        {state === "scheduled" && startsAt ? (
          <p>
            It begins{" "}
            {ownZones && startsOn ? (
              <>on {onTheirClocks(startsOn, eyesOf(viewer))}</>
            ) : (
              <Time at={startsAt} isWhole {...eyesOf(viewer)} />
            )}
            .
          </p>
        ) : frozenAt ? (
          <div className="grid gap-1.5">
            <ProgressBar label="Progress" done={done} all={campaign.recipients} />
            <p>
              {figure(done)} of {figure(campaign.recipients)}, begun <Time at={frozenAt} {...eyesOf(viewer)} /> by{" "}
              {madeByName}
              {campaign.confirmedByName && `, confirmed by ${campaign.confirmedByName}`}
            </p>
            {campaign.countedAt && (
              <p className="small">
                Counted <Time at={campaign.countedAt} isWhole {...eyesOf(viewer)} />.
              </p>
            )}
            {parts.waits.length > 0 && (
              <p>
                <Waits waits={parts.waits} {...told} />.
              </p>
            )}
          </div>
        ) : (
          NOT_BEGUN[state] && <p>{NOT_BEGUN[state]}</p>
        )}
        <Holds id={id} name={campaign.name} state={state} beside={makesGroup ? GROUP_FORM : undefined} />
        {state === "sending" && <Watch />}
      </Section>
      <Section title="Report" sentence="Replies are those within 72 hours. What is sent was taken by the carrier.">
        <table className="table">
          <tbody>
            {rows.map(([name, count]) => (
              <tr key={name}>
                <th scope="row" className="text-left font-normal">
                  {name}
                </th>
                <td className="text-right tabular-nums">{figure(count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p>
          <ButtonLink href={`${CAMPAIGNS}/${id}/export`} download="">
            Export CSV
          </ButtonLink>
        </p>
      </Section>
      {parts.reasons.length > 0 && (
        <Section title="Why not" sentence="What the carrier said of those that failed.">
          <Reasons reasons={parts.reasons} figure={figure} />
        </Section>
      )}
      {parts.hours.length > 0 && (
        <Section title="By hour" sentence="When the carrier took them, and how many of those have arrived since.">
          <Hours hours={parts.hours} {...told} />
        </Section>
      )}
      {parts.optOuts.length > 0 && (
        <Section title="Who opted out" sentence="Since they got it, and in which words.">
          <OptOuts optOuts={parts.optOuts} all={campaign.optOuts} {...told} />
        </Section>
      )}
      {makesGroup && (
        <Section
          title="Contact group"
          sentence="Of those whom it did not reach, or of those who answered within 72 hours."
        >
          <GroupForm campaignId={id} name={campaign.name} once={crypto.randomUUID()} />
        </Section>
      )}
      <Section title="Message">
        <blockquote className="max-w-[52ch] whitespace-pre-wrap rounded-2 bg-panel px-3 py-2 wrap-anywhere">
          {body}
        </blockquote>
      </Section>
    </>
  );
}
