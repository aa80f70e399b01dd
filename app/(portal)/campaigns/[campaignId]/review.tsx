import { Time } from "@/app/time";
import { ActionButton } from "@/components/form/action-button";
import { FormFoot, Section } from "@/components/form/section";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Viewer } from "@/lib/access/viewer";
import { changeWords } from "@/lib/auto-replace/change-words";
import { CAMPAIGNS } from "@/lib/campaigns/campaigns-query";
import type { Campaign } from "@/lib/campaigns/get";
import { NOT_ALL, noField, reviewCampaign } from "@/lib/campaigns/review";
import { secondPeople } from "@/lib/campaigns/second-person";
import { eyesOf } from "@/lib/text/eyes";
import { figures } from "@/lib/web/figures";
import { TextsWait } from "../../inbox/texts-wait";
import { start, test } from "../actions";
import { Confirmation } from "./confirmation";
import { Waits } from "./waits";
import { durationWords, onTheirClocks, segmentWords } from "./words";

type Props = { viewer: Viewer; campaign: Campaign };

/** What will happen, before it does: to whom, to whom not, and what they read. */
export async function Review({ viewer, campaign }: Props) {
  const { id, startsAt, startsOn, ownZones, revision, atClose, waitsAfterFirst } = campaign;
  const [review, second, figure] = await Promise.all([
    reviewCampaign(viewer, campaign),
    secondPeople(viewer, campaign),
    figures(),
  ]);
  if (!review) return <Notice tone="wait">{NOT_ALL}</Notice>;
  const { recipients, leftOut, waits, samples, range, replacing, seconds, missing, unknown } = review;
  const waiting = waits.reduce((all, { people }) => all + (people ?? 0), 0);
  const replaces = changeWords(replacing.changes, { before: replacing.segments, after: range?.most ?? 0 });
  const wanted = second && recipients > second.above ? second : null;
  return (
    <>
      <TextsWait viewer={viewer} />
      {wanted && <Confirmation viewer={viewer} campaign={campaign} figure={figure} {...wanted} />}
      {unknown.map((name) => (
        <Notice key={name} tone="bad">
          {noField(name)}
        </Notice>
      ))}
      {missing.map(({ field, people }) => (
        <Notice key={field} tone="bad">
          {figure(people)} of them have no {field}. Say what they read instead, like {`{${field}|there}`}.
        </Notice>
      ))}
      <Section title="Recipients" sentence="Who gets it as things are now. It is asked once more when it begins.">
        <ul className="grid gap-1">
          <li className="font-medium">
            {figure(recipients)} {recipients === 1 ? "recipient" : "recipients"}
          </li>
          {leftOut.map(({ reason, people }) => (
            <li key={reason}>
              {figure(people)} {reason}
            </li>
          ))}
          {waiting > 0 && (
            <li>
              {figure(waiting)} {waiting === 1 ? "waits" : "wait"} for their hours
            </li>
          )}
        </ul>
      </Section>
      <Section title="Message" sentence={range && segmentWords(range)}>
        {samples.map(({ name, text }) => (
          <figure key={name} className="grid gap-1">
            <figcaption className="text-ink-2 text-small">{name}</figcaption>
            <blockquote className="max-w-[52ch] whitespace-pre-wrap rounded-2 bg-panel px-3 py-2 wrap-anywhere">
              {text}
            </blockquote>
          </figure>
        ))}
        {replaces && <p className="wrap-anywhere">Auto-Replace: {replaces}</p>}
      </Section>
      <Section title="Time">
        <div className="wide grid gap-1">
          <p>
            {startsAt && startsOn ? (
              ownZones ? (
                <>On {onTheirClocks(startsOn, eyesOf(viewer))}.</>
              ) : (
                <Time at={startsAt} isWhole {...eyesOf(viewer)} />
              )
            ) : (
              "Now."
            )}
          </p>
          <p>
            It takes {durationWords(seconds)} at the pace of this line
            {waiting > 0 && (
              <>
                , once their hours have begun: <Waits waits={waits} eyes={eyesOf(viewer)} figure={figure} />
              </>
            )}
            .{" "}
            {atClose === "stop"
              ? "Whose hours end before gets nothing."
              : "What is left when the hours end goes the next day."}
          </p>
          {waitsAfterFirst && <p>After the first 100 it waits for you.</p>}
        </div>
      </Section>
      <FormFoot>
        {!(wanted && campaign.askedAt) && (
          <ActionButton
            action={start}
            once={crypto.randomUUID()}
            fields={{ campaignId: id, revision: String(revision) }}
            variant="primary"
          >
            {startsAt ? "Schedule" : "Send Now"}
          </ActionButton>
        )}
        <ActionButton action={test} once={crypto.randomUUID()} fields={{ campaignId: id }}>
          Send Test
        </ActionButton>
        <ButtonLink href={`${CAMPAIGNS}/${id}/edit`}>Edit</ButtonLink>
      </FormFoot>
    </>
  );
}
