import { RefusedLogins } from "@/app/(portal)/refused-logins";
import { Time } from "@/app/time";
import { Section } from "@/components/form/section";
import { IpAddress } from "@/components/ui/address";
import { deviceName } from "@/lib/auth/device-name";
import type { Member } from "@/lib/members/get";
import type { Eyes } from "@/lib/text/eyes";

type Props = { member: Member; eyes: Eyes };

/** The last login as date, time and zone, then the last ten. */
export function History({ member, eyes }: Props) {
  return (
    <Section title="Recent History" sentence="The last ten logins, and the last ten that were refused.">
      <p className="wide">
        {member.lastLoginAt ? (
          <>
            Last login: <Time at={member.lastLoginAt} {...eyes} isWhole />
          </>
        ) : (
          "Has not logged in yet"
        )}
      </p>
      {member.history.length > 0 && (
        <div className="wide card">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">When</th>
                <th scope="col">Device</th>
                <th scope="col">Address</th>
              </tr>
            </thead>
            <tbody>
              {member.history.map((login) => (
                <tr key={login.id}>
                  <td>
                    <Time at={login.at} {...eyes} />
                  </td>
                  <td>{deviceName(login.userAgent)}</td>
                  <td>
                    <IpAddress of={login.address} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {member.refused.length > 0 && <RefusedLogins logins={member.refused} eyes={eyes} />}
    </Section>
  );
}
