import { eventsOfMember } from "@/lib/audit/events-of-member";
import { exportActivity } from "@/lib/audit/export";
import { pagesOf } from "@/lib/audit/linked-pages";
import { listActivity } from "@/lib/audit/list";
import { nameOfPerson } from "@/lib/audit/name-of-person";
import { activityQuery } from "@/lib/audit/query";
import { countUndecided } from "@/lib/outbox/log/count-undecided";
import { emailQuery } from "@/lib/outbox/log/email-query";
import { listEmails } from "@/lib/outbox/log/list-emails";
import { type About, all, pages, type Read } from "./read";

const about = (person: string) => activityQuery({ person });

const idsOf = (talks: About["talks"]) => Object.values(talks).flatMap(({ id, contactId }) => [id, contactId]);

/** What is read of history and of emails. */
export const EVENT_READS: Record<string, Read> = {
  listActivity: {
    ask: (v, { ids, talks }) =>
      all(["", ...ids.people, ...ids.groups, ...idsOf(talks)], (person) => listActivity(v, about(person))),
    search: (v, person) => listActivity(v, about(person)),
  },
  exportActivity: {
    ask: (v, { ids, talks }) =>
      all(["", ...ids.people, ...idsOf(talks)], (person) => pages(exportActivity(v, about(person)))),
    search: (v, person) => pages(exportActivity(v, about(person))),
  },
  nameOfPerson: { ask: (v, { ids }) => all(ids.people, (id) => nameOfPerson(v, id)) },
  eventsOfMember: { ask: (v, { ids }) => all(ids.people, (id) => eventsOfMember(v, id)) },
  pagesOf: {
    ask: (v, { ids, talks }) => {
      const event = {
        id: "",
        at: new Date(),
        batchId: null,
        action: "",
        actorName: "",
        subjectName: "",
        details: null,
      };
      const named = [...ids.people, ...ids.groups, ...ids.numbers, ...idsOf(talks)];
      return pagesOf(
        v,
        named.map((id) => ({ ...event, actorId: id, subjectId: id, others: [], otherCount: 0 })),
      );
    },
    tells: { nobody: "it answers addresses with ids in them" },
  },
  listEmails: {
    ask: (v, { people }) =>
      all(["", ...Object.values(people).map(({ email }) => email.toUpperCase())], (to) =>
        listEmails(v, emailQuery({ to })),
      ),
    search: (v, to) => listEmails(v, emailQuery({ to })),
  },
  countUndecided: { ask: countUndecided, tells: { nobody: "it answers a number" } },
};
