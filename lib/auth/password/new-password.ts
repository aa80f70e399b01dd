import * as fields from "../../fields";
import { isTooShort, SHORTEST } from "./weak-password";

/** The two fields of every form that makes a password. How strong it is, only the verb can judge: it knows the person. */
export const newPassword = {
  password: fields.typedPassword("Enter a password.").refine((typed) => !isTooShort(typed), {
    error: `Use ${SHORTEST} characters or more. A few words in a row are easy to remember.`,
  }),
  confirmPassword: fields.typedPassword("Enter the password again."),
};

type Typed = { password?: unknown; confirmPassword?: unknown };

/** For `.refine(sameTwice, sameTwiceOr)`: asked also when other fields are wrong, so that all is said in one go. */
export const sameTwice = ({ password, confirmPassword }: Typed) => password === confirmPassword;

export const sameTwiceOr = { path: ["confirmPassword"], error: "The passwords are not the same.", when: () => true };
