import { type NotFound, Refused } from "./errors";

export const usernameTaken = () =>
  new Refused("That username is taken. Choose another; usernames are shared by all companies.", { field: "username" });
export const emailTaken = () => new Refused("Somebody with that email address can log in already.", { field: "email" });

/** The database judges uniqueness; its verdict becomes words beside the field. */
const REFUSALS: Record<string, () => Refused | NotFound> = {
  users_username_key: usernameTaken,
  users_email_key: emailTaken,
  numbers_e164_key: () => new Refused("That number is already in use.", { field: "number" }),
  members_default_is_a_line: () => new Refused("Choose one of their lines.", { field: "defaultNumber" }),
};

type DatabaseError = { code: string; constraint_name?: string };

function databaseError(error: unknown): DatabaseError | undefined {
  const cause = error instanceof Error && error.cause ? error.cause : error;
  return cause instanceof Error && "code" in cause ? (cause as Error & DatabaseError) : undefined;
}

export const sqlState = (error: unknown): string | undefined => databaseError(error)?.code;

/** The refusal that a broken constraint stands for, if people can break it by what they type. */
export const refusalFor = (error: unknown): Refused | NotFound | undefined =>
  REFUSALS[databaseError(error)?.constraint_name ?? ""]?.();
