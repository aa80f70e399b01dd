import { members, users } from "@/db/schema";

/** What people say of themselves, and by which revision. */
export const profileColumns = {
  revision: members.revision,
  defaultNumber: members.defaultNumberId,
  firstName: users.firstName,
  lastName: users.lastName,
  username: users.username,
  email: users.email,
  contactNumber: users.contactNumber,
  timeZone: users.timeZone,
  locale: users.locale,
  clock: users.clock,
  weekStart: users.weekStart,
  letterKeys: users.letterKeys,
};
