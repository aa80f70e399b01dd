import { Time } from "@/app/time";
import { IpAddress } from "@/components/ui/address";
import type { Eyes } from "@/lib/text/eyes";
import { figureIn } from "@/lib/text/figure";

type Login = { id: string; at: Date; device: string; address: string; times?: number };
type Props = {
  /** Above the moments. */
  when: string;
  caption?: string;
  logins: readonly Login[];
  eyes: Eyes;
};

/** When, from what device and from where somebody came, or tried to, and how often. On a phone in two lines. */
export const LoginsTable = ({ when, caption, logins, eyes }: Props) => (
  <div className="wide card">
    <table className="table">
      {caption && <caption className="sr-only">{caption}</caption>}
      <thead className="max-sm:sr-only">
        <tr>
          <th scope="col">{when}</th>
          <th scope="col">Device</th>
          <th scope="col">Address</th>
          {logins.some(({ times }) => times) && <th scope="col">Times</th>}
        </tr>
      </thead>
      <tbody>
        {logins.map(({ id, at, device, address, times }) => (
          <tr
            key={id}
            className="max-sm:grid max-sm:grid-cols-[minmax(0,1fr)_auto] max-sm:gap-x-3 max-sm:px-4 max-sm:py-2 max-sm:*:p-0"
          >
            <td className="whitespace-nowrap">
              <Time at={at} {...eyes} />
            </td>
            <td className="max-sm:row-start-2 max-sm:text-small max-sm:text-ink-2">{device}</td>
            <td className="max-sm:text-right">
              <IpAddress of={address} />
            </td>
            {times && (
              <td className="max-sm:text-right max-sm:text-small max-sm:before:content-['\00d7']">
                {figureIn(eyes.locale)(times)}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
