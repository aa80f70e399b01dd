import { Pill } from "@/components/ui/pill";
import type { ManagedMember } from "@/lib/members/managed-members";
import { shownAddress } from "@/lib/text/address";
import type { Figure } from "@/lib/text/figure";

/** Nobody looks through more; the list shows all of them. */
const LISTED = 50;

type Props = { people: readonly ManagedMember[]; figure: Figure };

/** To be looked through before it is done to them. */
export function Who({ people, figure }: Props) {
  const others = people.length - LISTED;
  return (
    <div className="wide card">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Email</th>
            <th scope="col">Status</th>
          </tr>
        </thead>
        <tbody>
          {people.slice(0, LISTED).map(({ id, name, email, status }) => (
            <tr key={id}>
              <td className="font-medium">{name}</td>
              <td>{shownAddress(email)}</td>
              <td>
                <Pill>{status}</Pill>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {others > 0 && (
        <p className="small border-line border-t px-4 py-2.5">
          And {figure(others)} {others === 1 ? "other" : "others"}.
        </p>
      )}
    </div>
  );
}
