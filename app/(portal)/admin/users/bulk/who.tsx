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
      <table className="table max-sm:block">
        <thead className="max-sm:absolute max-sm:[clip-path:inset(50%)]">
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Email</th>
            <th scope="col">Status</th>
          </tr>
        </thead>
        <tbody className="max-sm:block max-sm:*:first:border-t-0 max-sm:*:grid max-sm:*:grid-cols-[minmax(0,1fr)_auto] max-sm:*:gap-x-3 max-sm:*:px-4 max-sm:*:py-2.5 max-sm:[&_td]:p-0">
          {people.slice(0, LISTED).map(({ id, name, email, status }) => (
            <tr key={id}>
              <td className="truncate font-medium sm:w-2/5 sm:max-w-0" title={name}>
                {name}
              </td>
              <td
                className="truncate max-sm:order-1 max-sm:col-span-full max-sm:text-ink-2 max-sm:text-small sm:w-1/2 sm:max-w-0"
                title={shownAddress(email)}
              >
                {shownAddress(email)}
              </td>
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
