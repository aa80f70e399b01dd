import { allProducts, type Product, productNames, type Role, roleNames } from "@/lib/access/permissions";
import { type InvitationMail, lostWords } from "@/lib/invitations/mail-state";
import type { Status } from "@/lib/members/status";

/** "Admin", "Messaging Agent · West, Viewer": a role at the root group needs no place. */
export const roleWords = (roles: readonly { role: Role; group: string | null }[]) =>
  roles.map(({ role, group }) => `${roleNames[role]}${group ? ` · ${group}` : ""}`).join(", ") || "–";

export const productWords = (products: readonly Product[]) => {
  const known = allProducts.filter((product) => products.includes(product));
  return known.length === allProducts.length ? "All" : known.map((name) => productNames[name]).join(", ") || "None";
};

export type Invited = {
  status: Status;
  askedAgain: boolean;
  mail: InvitationMail;
  invitation: { expiresAt: string; expired: boolean } | null;
};

/** What an Admin would ask next about somebody Pending; nothing about anyone else. */
export function invitationWords({ status, askedAgain, mail, invitation }: Invited, now: Date): string | null {
  if (status !== "Pending") return null;
  if (!invitation) return "No invitation. Send one";
  const lost = lostWords(mail);
  if (lost) return lost;
  if (invitation.expired) return askedAgain ? "Asked for a new invitation" : "Invitation expired";
  if (mail?.state === "queued") return "Invitation waiting to be sent";
  const arrived = mail?.state === "delivered" ? "Delivered. " : mail?.state === "delayed" ? "Delayed. " : "";
  const left = leftWords(new Date(invitation.expiresAt).getTime() - now.getTime());
  return `${arrived}Invitation expires in ${left}`;
}

/** Whole hours until the last one. */
function leftWords(milliseconds: number) {
  const minutes = Math.max(1, Math.ceil(milliseconds / 60_000));
  return minutes < 60 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}
