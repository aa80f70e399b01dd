import { addressesOf } from "@/components/shell/page-addresses";
import { Pager } from "@/components/shell/pager";
import { SearchPeople } from "@/components/shell/search-people";
import { Address } from "@/components/ui/address";
import { Avatar } from "@/components/ui/avatar";
import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Pill } from "@/components/ui/pill";
import { nameOf } from "@/lib/members/guest-privacy";
import type { peopleOnLine } from "@/lib/numbers/people-on-line";
import { shownAddress } from "@/lib/text/address";
import { lackWords } from "../words";
import { TakeButton } from "./take-button";

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
        {people.rows.length === 0 && <Nobody path={path} number={number} searched={wish.search !== ""} />}
        {people.rows.length > 0 && (
          <ul className="rows" aria-label="Who has access">
            {people.rows.map((person) => (
              <Person key={person.id} number={number} person={person} />
            ))}
          </ul>
        )}
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
  const lacks = lackWords(person.lacks);
  return (
    <li>
      <Avatar id={person.id} name={name} />
      <div className="max-w-[calc(100%-44px)]">
        <p>
          {person.manages ? <a href={`/admin/users/${person.id}`}>{name}</a> : <b>{name}</b>}{" "}
          {person.status !== "Active" && <Pill>{person.status}</Pill>}
        </p>
        <p className="small">
          <Address of={person.username ?? shownAddress(person.email)} />
          {person.isDefault && " · their default number"}
          {number.people === 1 && " · the last one who has it"}
          {lacks && (
            <>
              {" · "}
              <strong>{lacks}</strong>
            </>
          )}
        </p>
      </div>
      {number.manages && person.manages && <TakeButton numberId={number.id} person={{ id: person.id, name }} />}
    </li>
  );
}

function Nobody({ path, number, searched }: { path: string; number: Props["number"]; searched: boolean }) {
  if (searched)
    return (
      <Empty
        title="Nobody found"
        sentence="Nobody with access to this number has that in their name, username, email or number."
      >
        <ButtonLink href={path}>Show all</ButtonLink>
      </Empty>
    );
  if (number.people > 0)
    return <Empty title="Nobody you can see" sentence="Who has this number belongs to other groups than yours." />;
  return <Empty title="Nobody yet" sentence="Whoever is added has this number as one of their lines." />;
}
