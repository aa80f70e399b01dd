import type { z } from "zod";
import { Section } from "@/components/form/section";
import { EnterSends } from "@/components/form/together";
import { addressesOf } from "@/components/shell/page-addresses";
import { Pager } from "@/components/shell/pager";
import { SearchPeople } from "@/components/shell/search-people";
import { Tabs } from "@/components/shell/tabs";
import type { Viewer } from "@/lib/access/viewer";
import type { Group } from "@/lib/groups/get";
import { type GroupPeoplePage, peopleOfGroup } from "@/lib/groups/people-of-group";
import { along, RENAME_FORM } from "./along";
import { AssignUserForm } from "./assign-user";
import { Nobody } from "./nobody";
import { personLine } from "./person-line";
import { Persons } from "./persons";

type Props = { viewer: Viewer; group: Group; wish: z.output<typeof GroupPeoplePage> };

const tabs = [
  { which: "direct", label: "Direct", sentence: (name: string) => `Their role was given in ${name} itself.` },
  {
    which: "inherited",
    label: "Inherited",
    sentence: (name: string) => `Their role in a group above reaches ${name}.`,
  },
  { which: "below", label: "Below", sentence: (name: string) => `Their role was given in a group under ${name}.` },
] as const;

/** The people of a group, by where their roles come from. */
export async function People({ viewer, group, wish }: Props) {
  const people = await peopleOfGroup(viewer, group.id, wish);
  const path = `/admin/groups/${group.id}`;
  const fields = wish.which === "direct" ? {} : { which: wish.which };
  const several = people.previous !== undefined || people.next !== undefined;
  const steps = addressesOf(path, people, { ...wish, fields });
  const tab = tabs.find(({ which }) => which === wish.which);
  return (
    <Section title="People" sentence={tab?.sentence(group.name)}>
      <div id="people" className="wide form">
        {group.may.edit && <EnterSends form={RENAME_FORM} />}
        {group.may.assign && <AssignUserForm group={group} />}
        <div>
          <Tabs
            label="People"
            tabs={tabs.map(({ which, label }) => ({
              label,
              href: which === "direct" ? path : `${path}?which=${which}`,
              current: which === wish.which,
            }))}
          />
          {(several || wish.search !== "") && <SearchPeople path={path} wish={wish} fields={fields} />}
          <div className="card">
            {people.rows.length === 0 && <Nobody group={group} wish={wish} />}
            {people.rows.length > 0 && (
              <Persons
                groupId={group.id}
                along={along(group, "unassign")}
                lines={people.rows.map((person) => personLine(person, { viewer, group, which: wish.which }))}
              />
            )}
            {several && (
              <div className="table-foot">
                <Pager range={wish.search ? "Found" : "By name"} {...steps} />
              </div>
            )}
          </div>
        </div>
      </div>
    </Section>
  );
}
