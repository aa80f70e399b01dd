import type { Product, Role } from "@/db/schema/roles";

export type { Product, Role };

/** Roles and permissions as data: the only source for the checks, the Roles page and the tests. */
const ROLES = {
  admin: "Admin",
  "end-user": "End User",
  "messaging-agent": "Messaging Agent",
  sender: "Sender",
  viewer: "Viewer",
} as const satisfies Record<Role, string>;

const PRODUCTS = {
  texting: "Texting",
  chat: "Chat",
  campaigns: "Campaigns",
  reports: "Reports",
} as const satisfies Record<Product, string>;

type Row = {
  does: string;
  roles: readonly Role[];
  product?: Product;
  /** Done in another service. */
  answeredFor?: "billing" | "sender names" | "API gateway";
  /** No page or action asks for it yet; the architecture test compares. */
  notYet?: true;
};

const PERMISSIONS = {
  "users.manage": { does: "Add, invite, edit, disable, reset, delete, assign roles", roles: ["admin"] },
  "groups.manage": { does: "Create groups, assign users to them", roles: ["admin"] },
  "numbers.manage": { does: "Add SMS numbers, change line access", roles: ["admin"] },
  "company.manage": { does: "Update company information", roles: ["admin"] },
  "audit.view": { does: "See the activity log", roles: ["admin"] },
  "account.view": { does: "See users, groups and numbers", roles: ["admin", "viewer"] },
  "messages.read": {
    does: "Read messages",
    roles: ["admin", "end-user", "messaging-agent", "sender"],
    product: "texting",
  },
  "messages.send": {
    does: "Send, reply, claim",
    roles: ["admin", "end-user", "messaging-agent", "sender"],
    product: "texting",
  },
  "chat.reply": {
    does: "Reply to chats",
    roles: ["admin", "end-user", "messaging-agent"],
    product: "chat",
    notYet: true,
  },
  "contacts.manage": {
    does: "Manage contacts",
    roles: ["admin", "end-user", "sender"],
    product: "texting",
  },
  "campaigns.manage": {
    does: "Create, schedule, send campaigns",
    roles: ["admin", "end-user", "sender"],
    product: "campaigns",
  },
  "reports.download": {
    does: "Download message history and reports",
    roles: ["admin", "end-user", "sender", "viewer"],
    product: "reports",
  },
  "subscriptions.create": {
    does: "Create subscription links",
    roles: ["admin", "sender"],
    product: "campaigns",
  },
  "credits.add": { does: "Add credits", roles: ["admin", "sender"], answeredFor: "billing" },
  "invoices.view": { does: "View invoices", roles: ["admin"], answeredFor: "billing" },
  "sender-names.request": { does: "Apply for a sender name", roles: ["admin"], answeredFor: "sender names" },
  "api-keys.manage": { does: "Create and change API keys", roles: ["admin"], answeredFor: "API gateway" },
  "auto-replace.manage": { does: "Configure Auto-Replace", roles: ["admin"] },
} as const satisfies Record<string, Row>;

export type Permission = keyof typeof PERMISSIONS;

export const matrix: Readonly<Record<Permission, Row>> = PERMISSIONS;

/** Whether this portal itself asks for it, on a page or in an action. */
export const isAskedHere = (permission: Permission) => {
  const { answeredFor, notYet } = matrix[permission];
  return answeredFor === undefined && !notYet;
};

export const roleNames: Readonly<Record<Role, string>> = ROLES;

export const allRoles = Object.keys(ROLES) as Role[];

export const isRole = (role: string): role is Role => Object.hasOwn(ROLES, role);

export const productNames: Readonly<Record<Product, string>> = PRODUCTS;

export const allProducts = Object.keys(PRODUCTS) as Product[];

export const isProduct = (product: string): product is Product => Object.hasOwn(PRODUCTS, product);

/** The roles that carry a permission, for a WHERE clause. */
export const rolesWith = (permission: Permission): readonly Role[] => matrix[permission].roles;

/** User Type on the pages: the two choices of the forms, at the root group, with the words that explain them. */
export const userTypes = [
  {
    value: "end-user",
    title: "End User",
    description: "End Users can send and receive messages, manage contacts and campaigns, and download reports.",
  },
  {
    value: "admin",
    title: "Admin",
    description:
      "Admins have additional access to add new users and SMS numbers, manage user profiles, create and assign users to groups, and update company information.",
  },
] as const satisfies readonly { value: Role; title: string; description: string }[];
