import { ActionButton } from "@/components/form/action-button";
import { Avatar } from "@/components/ui/avatar";
import { Pill } from "@/components/ui/pill";
import type { Viewer } from "@/lib/access/viewer";
import type { Group } from "@/lib/groups/get";
import type { peopleOfGroup } from "@/lib/groups/people";
import { nameOf } from "@/lib/members/known";
import { unassign } from "../actions";
import { roleName } from "../words";

type Found = Awaited<ReturnType<typeof peopleOfGroup>>["rows"][number];
type Props = { viewer: Viewer; group: Group; person: Found; which: "direct" | "inherited" | "below" };

/** Somebody and the roles that bring them here; a role given here can be taken here, from anyone but oneself. */
export function Person({ viewer, group, person, which }: Props) {
  const name = nameOf(person);
  const takes = which === "direct" && group.may.assign && person.manages && person.id !== viewer.memberId;
  return (
    <li>
      <Avatar id={person.id} name={name} />
      <div>
        <p>
          {person.manages ? <a href={`/admin/users/${person.id}`}>{name}</a> : <b>{name}</b>}{" "}
          {person.status !== "Active" && <Pill>{person.status}</Pill>}
        </p>
        <p className="small">{person.username ?? person.email}</p>
      </div>
      <ul className="held" aria-label={`Roles of ${name}`}>
        {person.from.map(({ role, groupId, group: place }) => (
          <li key={role + groupId} className="held-role">
            <span>
              {roleName(role)}
              {which !== "direct" && (
                <>
                  {" in "}
                  <a href={`/admin/groups/${groupId}`}>{place}</a>
                </>
              )}
            </span>
            {takes && (
              <ActionButton
                action={unassign}
                once={crypto.randomUUID()}
                fields={{ groupId: group.id, memberId: person.id, role }}
                size="small"
                label={`Remove ${name} as ${roleName(role)}`}
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
