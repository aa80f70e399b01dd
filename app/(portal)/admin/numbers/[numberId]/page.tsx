import type { Metadata } from "next";
import { cache } from "react";
import { StaticField } from "@/components/form/fields/static-field";
import { Section } from "@/components/form/section";
import { PageHeader } from "@/components/shell/page-header";
import { Pill } from "@/components/ui/pill";
import { PeoplePage } from "@/lib/members/list/people-by-name";
import { numberAtCarrier } from "@/lib/numbers/carrier/at-carrier";
import { formatNumber } from "@/lib/numbers/format-number";
import { getNumber } from "@/lib/numbers/get";
import { peopleOnLine } from "@/lib/numbers/people-on-line";
import { offer } from "@/lib/pick/offer";
import { asLeft } from "@/lib/web/as-left";
import { figures } from "@/lib/web/figures";
import { forbidden } from "@/lib/web/forbidden";
import { requireViewer } from "@/lib/web/viewer";
import { peopleWords } from "../words";
import { Carrier } from "./carrier";
import { EditNumberForm } from "./edit-form";
import { GiveGroup } from "./give-group";
import { GivePerson } from "./give-person";
import { People } from "./people";

type Props = {
  params: Promise<{ numberId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const load = cache(async (id: string) => {
  const viewer = await requireViewer("account.view");
  return { viewer, number: (await getNumber(viewer, id)) ?? (await forbidden(viewer)) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { number } = await load((await params).numberId);
  return { title: formatNumber(number.e164) };
}

export default async function NumberPage({ params, searchParams }: Props) {
  const { viewer, number } = await load((await params).numberId);
  const wish = PeoplePage.parse(await searchParams);
  const people = await peopleOnLine(viewer, number.id, wish);
  const carrier = await numberAtCarrier(viewer, number.id);
  const group = (
    <a className="link" href={`/admin/groups/${number.groupId}`}>
      {number.group}
    </a>
  );
  return (
    <>
      <PageHeader
        title={formatNumber(number.e164)}
        subtitle={
          <>
            {number.label} · {group}
          </>
        }
        back={{ href: await asLeft("/admin/numbers"), label: "Numbers" }}
        actions={<Pill>{number.status}</Pill>}
      />
      {number.manages ? (
        <EditNumberForm
          number={number}
          groups={await offer(viewer, { from: "groups-for-numbers", chosen: number.groupId })}
        />
      ) : (
        <Section title="SMS number">
          <StaticField label="Label">{number.label}</StaticField>
          <StaticField label="Group">{group}</StaticField>
        </Section>
      )}
      {carrier && <Carrier number={carrier} manages={number.manages} />}
      <Section
        title="Who has access"
        sentence={`${peopleWords(number.people, await figures())} with access to this number. What they may do with it, their roles say.`}
      >
        <div id="people" className="wide form">
          {number.manages && (
            <div className="grid gap-4">
              <GivePerson number={number} />
              <GiveGroup number={number} groups={await offer(viewer, { from: "groups-to-give" })} />
            </div>
          )}
          <People number={number} people={people} wish={wish} />
        </div>
      </Section>
    </>
  );
}
