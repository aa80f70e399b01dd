"use client";

import { ActionButton } from "@/components/form/action-button";
import type { Along } from "@/components/form/along";
import { Address } from "@/components/ui/address";
import { Avatar } from "@/components/ui/avatar";
import { Pill } from "@/components/ui/pill";
import { unassign } from "../actions";
import type { PersonLine } from "./person-line";

type Props = { groupId: string; along: Along | undefined; lines: readonly PersonLine[] };

/** Drawn on the client's side of React, as the users list is: a server component would send every row twice. */
export function Persons({ lines, ...rest }: Props) {
  return (
    <ul className="rows" aria-label="People">
      {lines.map((person) => row(person, rest))}
    </ul>
  );
}

function row({ id, name, login, manages, status, held }: PersonLine, { groupId, along }: Omit<Props, "lines">) {
  return (
    <li key={id}>
      <Avatar id={id} name={name} />
      <div className="max-w-[calc(100%-44px)]">
        <p>
          {manages ? <a href={`/admin/users/${id}`}>{name}</a> : <b>{name}</b>} {status && <Pill>{status}</Pill>}
        </p>
        <p className="small">
          <Address of={login} />
        </p>
      </div>
      <ul
        className="grid justify-items-end gap-1 wrap-anywhere text-ink-2 max-sm:flex-[1_0_100%] max-sm:justify-items-stretch max-sm:pl-11"
        aria-label={`Roles of ${name}`}
      >
        {held.map((role) => (
          <li
            key={role.name + role.groupId}
            className="flex flex-wrap items-center justify-end gap-x-3 gap-y-1 max-sm:justify-between"
          >
            {heldWords(role)}
            {role.taking && (
              <ActionButton
                action={unassign}
                once={role.taking.once}
                fields={{ groupId, memberId: id, role: role.taking.role }}
                along={along}
                size="small"
                label={`Remove ${name} as ${role.name}`}
              >
                Remove
              </ActionButton>
            )}
          </li>
        ))}
      </ul>
    </li>
  );
}

const heldWords = ({ name, groupId, place }: PersonLine["held"][number]) => (
  <span>
    {name}
    {groupId && (
      <>
        {" in "}
        <a href={`/admin/groups/${groupId}`}>{place}</a>
      </>
    )}
  </span>
);
