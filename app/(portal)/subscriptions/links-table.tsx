import { ActionButton } from "@/components/form/action-button";
import { Address } from "@/components/ui/address";
import { CopyButton } from "@/components/ui/copy";
import { Pill } from "@/components/ui/pill";
import type { SubscriptionRow } from "@/lib/subscriptions/list";
import type { Figure } from "@/lib/text/figure";
import { close } from "./actions";

type Props = { rows: readonly SubscriptionRow[]; figure: Figure };

/** On a phone one under the other: whose group, the link, and how many have joined. */
export const LinksTable = ({ rows, figure }: Props) => (
  <table className="table">
    <thead className="max-sm:hidden">
      <tr>
        <th scope="col">Contact group</th>
        <th scope="col">Link</th>
        <th scope="col" className="text-right">
          Joined
        </th>
        <th scope="col">
          <span className="sr-only">State</span>
        </th>
      </tr>
    </thead>
    <tbody>
      {rows.map(({ id, group, line, address, wording, joined, closedAt }) => (
        <tr key={id} className="max-sm:grid max-sm:grid-cols-[minmax(0,1fr)_auto] max-sm:items-center">
          <td className="align-top wrap-anywhere max-sm:col-start-1 max-sm:row-start-1">
            <span className="font-medium">{group ?? "A group that is not yours to see"}</span>
            <span className="block text-ink-2 text-small">From {line}</span>
          </td>
          <td className="who max-w-[52ch] align-top wrap-anywhere max-sm:col-span-2 max-sm:row-start-2 max-sm:min-w-0 max-sm:px-4 max-sm:pt-0">
            <span className="flex flex-wrap items-center gap-x-3 gap-y-1 pb-1">
              <a className="link min-w-0" href={address}>
                <Address of={address} />
              </a>
              {!closedAt && <CopyButton value={address} of={`the link to ${group ?? "the group"}`} />}
            </span>
            <span className="block whitespace-pre-line text-ink-2 text-small">{wording}</span>
          </td>
          <td className="text-right align-top tabular-nums max-sm:row-start-3 max-sm:pt-0 max-sm:pl-4 max-sm:text-left">
            {figure(joined)}
            <span className="sm:sr-only"> joined</span>
          </td>
          <td className="acts text-right align-top wrap-normal max-sm:col-start-2 max-sm:row-start-1">
            {closedAt ? (
              <Pill tone="off">Closed</Pill>
            ) : (
              <ActionButton action={close} once={crypto.randomUUID()} fields={{ linkId: id }} size="small">
                Close
              </ActionButton>
            )}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);
