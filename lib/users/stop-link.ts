import type { Change } from "../change";
import { issueLink } from "../links/issue";

/** To the address that somebody has now, before they get another: from there it can be kept, or taken back. */
export const stopLink = (c: Change, { userId, memberId, email }: { userId: string; memberId: string; email: string }) =>
  issueLink(c, { purpose: "email-stop", userId, memberId, email });
