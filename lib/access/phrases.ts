import { isAskedHere, matrix, type Permission, type Role, roleNames } from "./permissions";

/** A role that somebody holds: `place` names the group as people read it ("West ▸ Store 4"), `path` holds its ids. */
export type Held = {
  role: Role;
  groupId: string;
  path: readonly string[];
  place: string;
  /** The root group: everywhere. */
  atRoot: boolean;
};

const PHRASES: Readonly<Record<Permission, string>> = {
  "users.manage": "manage users",
  "groups.manage": "manage groups",
  "numbers.manage": "manage SMS numbers",
  "company.manage": "update company information",
  "audit.view": "see the activity log",
  "account.view": "see users, groups and numbers",
  "messages.read": "read messages",
  "messages.send": "send messages",
  "chat.reply": "reply to chats",
  "contacts.manage": "manage contacts",
  "campaigns.manage": "create and send campaigns",
  "reports.download": "download reports",
  "subscriptions.create": "create subscription links",
  "credits.add": "add credits",
  "invoices.view": "view invoices",
  "sender-names.request": "apply for sender names",
  "api-keys.manage": "manage API keys",
  "auto-replace.manage": "configure Auto-Replace",
};

export const allPermissions = Object.keys(PHRASES) as Permission[];

/** The company's own row stands at its root: a role in a group under it changes nothing there. */
export const COMPANY_WIDE: readonly Permission[] = ["company.manage", "auto-replace.manage"];

/** Whether a role, by itself, carries a permission where it is held; products aside. */
export const carries = ({ role, atRoot }: Pick<Held, "role" | "atRoot">, permission: Permission): boolean =>
  matrix[permission].roles.some((each) => each === role) && (atRoot || !COMPANY_WIDE.includes(permission));

export const isUnder = (place: Pick<Held, "path">, groupId: string) => place.path.includes(groupId);

/** "Send messages and manage contacts". Who sends reads as well, so that goes without saying. */
export function whatWords(permissions: readonly Permission[]): string {
  const said = permissions.filter((each) => each !== "messages.read" || !permissions.includes("messages.send"));
  const words = listed(said.map((each) => PHRASES[each]));
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export const whereWords = ({ atRoot, place }: Held) => (atRoot ? "everywhere" : `in ${place}`);

/** "Messaging Agent in West ▸ Store 4": what a box to tick says. */
export const heldWords = ({ role, place }: Pick<Held, "role" | "place">) => `${roleNames[role]} in ${place}`;

export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length > 1 ? `${words.slice(0, -1).join(", ")} and ${last}` : last;
}

/** In the order of the matrix, each product's permissions together, apart from what this portal has no page for. */
export function byProduct(permissions: readonly Permission[]): Permission[][] {
  const kinds = new Map<string, Permission[]>();
  for (const permission of permissions) {
    const kind = `${matrix[permission].product ?? ""} ${isAskedHere(permission)}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), permission]);
  }
  return [...kinds.values()];
}
