import { Section } from "@/components/form/section";
import { RefusedLogins } from "@/components/ui/refused-logins";
import { Time } from "@/components/ui/time";
import { deviceName } from "@/lib/auth/device-name";
import type { Member } from "@/lib/members/get";

type Props = { member: Member; zone: string; locale: string | null };

/** The last login as date, time and zone, then the last ten. */
export function History({ member, zone, locale }: Props) {
  return (
    <Section title="Recent History" sentence="The last ten logins, and the last ten that were refused.">
      <p className="wide">
        {member.lastLoginAt ? (
          <>
            Last login: <Time at={member.lastLoginAt} zone={zone} locale={locale} isWhole />
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
                    <Time at={login.at} zone={zone} locale={locale} />
                  </td>
                  <td>{deviceName(login.userAgent)}</td>
                  <td>{login.address}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {member.refused.length > 0 && <RefusedLogins logins={member.refused} zone={zone} locale={locale} />}
    </Section>
  );
}
