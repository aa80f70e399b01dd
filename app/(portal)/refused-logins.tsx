import type { refusedLoginsOf } from "@/lib/auth/refused-logins";
import type { Eyes } from "@/lib/text/eyes";
import { LoginsTable } from "./logins-table";

type Props = { logins: Awaited<ReturnType<typeof refusedLoginsOf>>; eyes: Eyes };

/** When, from what device and from where somebody could not log in as this person. */
export const RefusedLogins = ({ logins, eyes }: Props) => (
  <LoginsTable
    when="Refused"
    caption="Refused logins"
    logins={logins.map((login) => ({ ...login, id: `${login.at.toISOString()} ${login.address} ${login.device}` }))}
    eyes={eyes}
  />
);
