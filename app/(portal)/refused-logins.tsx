import { Time } from "@/app/time";
import { IpAddress } from "@/components/ui/address";
import type { refusedLoginsOf } from "@/lib/auth/refused-logins";
import type { Eyes } from "@/lib/text/eyes";
import { figureIn } from "@/lib/text/figure";

type Props = { logins: Awaited<ReturnType<typeof refusedLoginsOf>>; eyes: Eyes };

/** When, from what device and from where somebody could not log in as this person. */
export function RefusedLogins({ logins, eyes }: Props) {
  return (
    <div className="wide card">
      <table className="table">
        <caption className="sr-only">Refused logins</caption>
        <thead>
          <tr>
            <th scope="col">Refused</th>
            <th scope="col">Device</th>
            <th scope="col">Address</th>
            <th scope="col">Times</th>
          </tr>
        </thead>
        <tbody>
          {logins.map(({ at, device, address, times }) => (
            <tr key={`${at.toISOString()} ${address} ${device}`}>
              <td>
                <Time at={at} {...eyes} />
              </td>
              <td>{device}</td>
              <td>
                <IpAddress of={address} />
              </td>
              <td>{figureIn(eyes.locale)(times)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
