/** What somebody chose in the access part of a user's form; a role is written "role:group". */
export type Choices = {
  role: readonly string[];
  newRole: string;
  newGroup: string;
  products: readonly string[];
  lines: readonly string[];
  newLine: string;
};

/** Says which choices a person has seen the difference of: it comes back with the second Save. */
export const fingerprint = ({ role, newRole, newGroup, products, lines, newLine }: Choices): string =>
  JSON.stringify([[...role].sort(), newRole, newRole && newGroup, [...products].sort(), [...lines].sort(), newLine]);

/** Sent by the page whose script shows the difference while the choices are made. */
export const SHOWN_LIVE = "live";
