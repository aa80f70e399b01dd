"use client";

import { Moment } from "@/app/moment";
import { initialsOf, tintOf } from "@/components/ui/avatar";
import { Pill } from "@/components/ui/pill";
import type { PersonLine } from "./person-line";

/** `zone`: what each exact moment ends with. */
type Props = { lines: readonly PersonLine[]; zone: string; manages: boolean };

/**
 * The rows, as little markup as the look needs: they are what this page costs. Drawn on the client's side of React
 * because a server component would send every row twice, as HTML and as markup in the payload; measured, a third cheaper.
 */
export function People({ lines, ...rest }: Props) {
  return <tbody>{lines.map((person) => row(person, rest))}</tbody>;
}

/** A cell that is cut where it is too long, and says the whole on hover: only what may be too long needs the words twice. */
const cut = (className: string, words: string, fits: number) => ({
  className,
  ...(words.length > fits && { title: words }),
  children: words,
});

const INVITATION = "Invitation ";

/** Where there is little room the status says already what is meant. */
function worded(note: string) {
  const at = note.indexOf(INVITATION);
  if (at < 0) return note;
  return (
    <>
      {note.slice(0, at)}
      <i>{INVITATION}</i>
      {note.slice(at + INVITATION.length)}
    </>
  );
}

function row(line: PersonLine, { zone, manages }: Omit<Props, "lines">) {
  const [id, name, email, username, roles, products, lines, status, seen, note, isBad, whose] = line;
  const page = `/admin/users/${id}`;
  const who = cut(`who ${tintOf(id)}`, name, 10);
  return (
    <tr key={id}>
      <td className="tick">
        {manages && <input type="checkbox" name="member" value={id} aria-label={`Select ${name}`} />}
      </td>
      <td {...who} data-initials={initialsOf(name)}>
        {manages ? <a href={page}>{name}</a> : <span>{name}</span>}
      </td>
      <td {...cut("mail", email, 16)} />
      <td {...cut("login", username, 6)} />
      <td {...cut("role", roles, 12)} />
      <td {...cut("uses", products, 5)} />
      <td className="lines">{manages && lines !== "–" ? <a href={`${page}#access`}>{lines}</a> : lines}</td>
      <td className="state">
        <Pill {...(isBad && { tone: "bad" })}>{status}</Pill>
        {note && <small title={note}>{worded(note)}</small>}
      </td>
      <td className="seen">{seen ? <Moment said={[seen[0], seen[1], seen[2] + zone]} /> : "Never"}</td>
      <td className="edit">{manages && <a href={page}>Edit</a>}</td>
      <td className="acts">
        {manages && (
          <a
            href={`${page}#actions`}
            aria-label={`Actions for ${name}`}
            data-menu={whose ?? undefined}
            data-status={status === "Active" ? undefined : status}
          >
            ⋯
          </a>
        )}
      </td>
    </tr>
  );
}
