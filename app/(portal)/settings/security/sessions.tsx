import { Time } from "@/app/time";
import { ConfirmedButton } from "@/components/form/confirmed-button";
import { Pill } from "@/components/ui/pill";
import type { listSessions } from "@/lib/auth/session/list-sessions";
import type { Eyes } from "@/lib/text/eyes";
import { logOutOthers, logOutThere } from "./actions";

type Session = Awaited<ReturnType<typeof listSessions>>[number];

type Props = { sessions: readonly Session[]; eyes: Eyes };

export function Sessions({ sessions, eyes }: Props) {
  const inSeveral = new Set(sessions.map((session) => session.company)).size > 1;
  return (
    <div className="wide card">
      <ul className="rows" aria-label="Sessions">
        {sessions.map((session) => (
          <li key={session.id}>
            <div>
              <p>
                <strong>{session.device}</strong>
              </p>
              <p className="small">
                {inSeveral && `${session.company} · `}
                {session.address} · <Time at={session.lastSeenAt} {...eyes} />
              </p>
            </div>
            {session.isThis ? <Pill tone="good">This device</Pill> : <LogOut session={session} />}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <div className="table-foot">
          <ConfirmedButton action={logOutOthers} once={crypto.randomUUID()}>
            Log out all others
          </ConfirmedButton>
        </div>
      )}
    </div>
  );
}

function LogOut({ session }: { session: Session }) {
  return (
    <ConfirmedButton
      action={logOutThere}
      once={crypto.randomUUID()}
      fields={{ sessionId: session.id }}
      label={`Log out ${session.device}, ${session.address}`}
    >
      Log out
    </ConfirmedButton>
  );
}
