import { desc, eq } from "drizzle-orm";
import { byIndex } from "@/db";
import { refusedLogins } from "@/db/schema";
import { deviceName } from "./device-name";

const MOST = 10;

/** The last logins as somebody that were refused; those of one hour, address and device are one, with how many. */
export async function refusedLoginsOf(userId: string) {
  const rows = await byIndex
    .select({
      at: refusedLogins.at,
      address: refusedLogins.address,
      userAgent: refusedLogins.userAgent,
      times: refusedLogins.times,
    })
    .from(refusedLogins)
    .where(eq(refusedLogins.userId, userId))
    .orderBy(desc(refusedLogins.at))
    .limit(MOST);
  return rows.map(({ userAgent, ...row }) => ({ ...row, device: deviceName(userAgent) }));
}
