import { LoginsTable } from "@/app/(portal)/logins-table";
import { RefusedLogins } from "@/app/(portal)/refused-logins";
import { Time } from "@/app/time";
import { Section } from "@/components/form/section";
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
        <LoginsTable
          when="When"
          logins={member.history.map(({ userAgent, ...login }) => ({ ...login, device: deviceName(userAgent) }))}
          eyes={eyes}
        />
      )}
      {member.refused.length > 0 && <RefusedLogins logins={member.refused} eyes={eyes} />}
    </Section>
  );
}
