import { ActionButton } from "@/components/form/action-button";
import { Pager } from "@/components/shell/pager";
import { Avatar } from "@/components/ui/avatar";
import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Pill } from "@/components/ui/pill";
import { nameOf } from "@/lib/members/known";
import type { peopleOnLine } from "@/lib/numbers/people";
import { take } from "../actions";
import { addressesOf } from "./addresses";
import { SearchPeople } from "./search-people";

type Found = Awaited<ReturnType<typeof peopleOnLine>>;
type Props = {
  number: { id: string; people: number; manages: boolean };
  people: Found;
  wish: { search: string; size: number };
};

/** The people on a number, each to be removed; searched only where there are more than a page. */
export function People({ number, people, wish }: Props) {
  const path = `/admin/numbers/${number.id}`;
  const searchable = number.people > 25 || wish.search !== "";
  const several = people.previous !== undefined || people.next !== undefined;
  return (
    <>
      {searchable && <SearchPeople path={path} wish={wish} />}
      <div className="card">
        {people.rows.length === 0 && <Nobody path={path} searched={wish.search !== ""} />}
        <ul className="rows" aria-label="Who has access">
          {people.rows.map((person) => (
            <Person key={person.id} number={number} person={person} />
          ))}
        </ul>
        {several && (
          <div className="table-foot">
            <Pager range={wish.search ? "Found" : "By name"} {...addressesOf(path, people, wish)} />
          </div>
        )}
      </div>
    </>
  );
}

function Person({ number, person }: { number: Props["number"]; person: Found["rows"][number] }) {
  const name = nameOf(person);
  return (
    <li>
      <Avatar id={person.id} name={name} />
      <div>
        <p>
          <a href={`/admin/users/${person.id}`}>{name}</a> {person.status !== "Active" && <Pill>{person.status}</Pill>}
        </p>
        <p className="small">
          {person.username ?? person.email}
          {person.isDefault && " · their default number"}
        </p>
      </div>
      {number.manages && (
        <ActionButton
          action={take}
          once={crypto.randomUUID()}
          fields={{ numberId: number.id, memberId: person.id }}
          size="small"
          label={`Remove ${name}`}
        >
          Remove
        </ActionButton>
      )}
    </li>
  );
}

function Nobody({ path, searched }: { path: string; searched: boolean }) {
  if (!searched)
    return <Empty title="Nobody yet" sentence="Whoever you add can send and receive messages on this number." />;
  return (
    <Empty
      title="Nobody found"
      sentence="Nobody with access to this number has that in their name, username, email or number."
    >
      <ButtonLink href={path}>Show all</ButtonLink>
    </Empty>
  );
}
