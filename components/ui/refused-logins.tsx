import type { refusedLoginsOf } from "@/lib/auth/refused-logins";
import { Time } from "./time";

type Props = { logins: Awaited<ReturnType<typeof refusedLoginsOf>>; zone: string; locale: string | null };

/** When, from what device and from where somebody could not log in as this person. */
export function RefusedLogins({ logins, zone, locale }: Props) {
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
                <Time at={at} zone={zone} locale={locale} />
              </td>
              <td>{device}</td>
              <td>{address}</td>
              <td>{times}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
