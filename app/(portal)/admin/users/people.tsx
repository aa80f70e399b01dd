import { Avatar } from "@/components/ui/avatar";
import { Pill } from "@/components/ui/pill";
import type { PersonLine } from "./person-line";

/** Plain markup, as little as the look needs: this is what the page costs on every request. */
export const People = ({ lines }: { lines: readonly PersonLine[] }) => <tbody>{lines.map(row)}</tbody>;

function row(person: PersonLine) {
  const page = `/admin/users/${person.id}`;
  return (
    <tr key={person.id}>
      <td />
      <td>
        <Avatar id={person.id} name={person.name} />
        {person.manages ? <a href={page}>{person.name}</a> : person.name}
      </td>
      <td>{person.email}</td>
      <td>{person.username}</td>
      <td>{person.roles}</td>
      <td>{person.products}</td>
      <td>{person.lines}</td>
      <td>
        <Pill {...(person.isBad && { tone: "bad" })}>{person.status}</Pill>
        {person.note && <small>{person.note}</small>}
      </td>
      <td>
        {person.seen && (
          <time dateTime={person.seen.at} title={person.seen.exact}>
            {person.seen.short}
          </time>
        )}
      </td>
      <td>{person.manages && <a href={page}>Edit</a>}</td>
      <td>
        {person.manages && (
          <a
            href={`${page}#actions`}
            className="more"
            aria-label={`Actions for ${person.name}`}
            data-menu={person.menu}
          >
            ⋯
          </a>
        )}
      </td>
    </tr>
  );
}
