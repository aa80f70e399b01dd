import { type NotFound, Refused } from "./errors";

export const usernameTaken = () =>
  new Refused("That username is taken. Choose another; usernames are shared by all companies.", { field: "username" });
export const emailTaken = () => new Refused("Somebody with that email address can log in already.", { field: "email" });

export const siblingTaken = (field: string) => new Refused("There is a group of that name here already.", { field });
/** The group went, or something came into it, at the same moment. */
const groupChanged = () => new Refused("The group was changed by somebody else meanwhile. Load the page again.");

/** The database judges uniqueness; its verdict becomes words beside the field. */
const REFUSALS: Record<string, () => Refused | NotFound> = {
  users_username_key: usernameTaken,
  users_email_key: emailTaken,
  numbers_e164_key: () => new Refused("That number is already in use.", { field: "number" }),
  groups_sibling_key: () => siblingTaken("name"),
  contact_groups_name_key: () => new Refused("There is a contact group of that name already.", { field: "name" }),
  contact_fields_name_key: () => new Refused("There is a field of that name already.", { field: "name" }),
  groups_no_cycle: () => new Refused("A group can't be moved under itself.", { field: "parentId" }),
  groups_parent_id_groups_id_fk: groupChanged,
  numbers_account_id_group_id_groups_account_id_id_fk: groupChanged,
  role_assignments_account_id_group_id_groups_account_id_id_fk: groupChanged,
  conversations_claimed_with_line: () => new Refused("You no longer have this line.", { wayOn: "/inbox" }),
  members_default_is_a_line: () => new Refused("Choose one of their lines.", { field: "defaultNumber" }),
};

type DatabaseError = { code: string; constraint_name?: string };

function databaseError(error: unknown): DatabaseError | undefined {
  const cause = error instanceof Error && error.cause ? error.cause : error;
  return cause instanceof Error && "code" in cause ? (cause as Error & DatabaseError) : undefined;
}

export const sqlState = (error: unknown): string | undefined => databaseError(error)?.code;

/** Connections, resources, locks and shutdowns, as PostgreSQL (classes 08, 53, 55, 57P) and the driver call them. */
export const isPassing = (error: unknown) => /^(08|53|55|57P)|CONN|TIMEOUT|ETIMEDOUT|EPIPE/.test(sqlState(error) ?? "");

/** The refusal that a broken constraint stands for, if people can break it by what they type. */
export const refusalFor = (error: unknown): Refused | NotFound | undefined =>
  REFUSALS[databaseError(error)?.constraint_name ?? ""]?.();
