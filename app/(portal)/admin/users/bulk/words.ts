import type { Variant } from "@/components/ui/button";
import type { Act, Reason } from "@/lib/members/acts";
import type { WayOut } from "@/lib/outbox/way-out";
import type { Figure } from "@/lib/text/figure";

type Words = {
  /** On the button in the list and on the one that does it. */
  verb: string;
  variant?: Variant;
  question: (users: string) => string;
  done: (users: string, are: string) => string;
  /** What it means for them. */
  means?: string;
  /** The same while no email leaves. */
  waits?: string;
};

export const bulkWords: Readonly<Record<Act, Words>> = {
  enable: {
    verb: "Enable",
    question: (users) => `Enable ${users}?`,
    done: (users, are) => `${users} ${are} enabled`,
    means: "They can log in again with the password they had. Who never accepted the invitation is Pending again.",
  },
  disable: {
    verb: "Disable",
    variant: "danger",
    question: (users) => `Disable ${users}?`,
    done: (users, are) => `${users} ${are} disabled`,
    means: "They are logged out at once and can't log in until they are enabled again. Their conversations stay.",
  },
  resend: {
    verb: "Resend invitation",
    question: (users) => `Resend the invitation to ${users}?`,
    done: (users) => `Invitation sent again to ${users}`,
    means: "Each gets an email with a new link that works for 24 hours. Older links stop working.",
    waits: "Each gets a new link that works for 24 hours, to copy from their page. Older links stop working.",
  },
  assign: {
    verb: "Assign to group",
    question: (users) => `Assign ${users} to a group?`,
    done: (users, are) => `${users} ${are} assigned to the group`,
    means: "They keep what they have in other groups. Who has the role in that group already is left as they are.",
  },
  "add-role": {
    verb: "Add role",
    question: (users) => `Add a role to ${users}?`,
    done: (users, are) => `${users} ${are} given the role`,
    means: "They keep all the roles that they have. Who has this one in that group already is left as they are.",
  },
  "remove-role": {
    verb: "Remove role",
    question: (users) => `Remove a role from ${users}?`,
    done: (users, are) => `${users} ${are} without the role now`,
    means: "Who doesn't have the role in that very group, or has no other role, is left as they are.",
  },
  products: {
    verb: "Change products",
    question: (users) => `Change the products of ${users}?`,
    done: (users) => `The products of ${users} are changed`,
    means: "The products that you don't tick stay as each person has them.",
  },
  "give-line": {
    verb: "Give line",
    question: (users) => `Give a line to ${users}?`,
    done: (users, are) => `${users} ${are} given the line`,
    means:
      "It is the default number of who had none. Who has it already is left as they are; who lacks Texting or a role that sends messages can't text from it yet.",
  },
  "take-line": {
    verb: "Take line",
    question: (users) => `Take a line from ${users}?`,
    done: (users, are) => `${users} ${are} without the line now`,
    means:
      "They can't text from it any more. Whose default number it was gets another of their lines. Who doesn't have it is left as they are.",
  },
  delete: {
    verb: "Delete",
    variant: "danger",
    question: (users) => `Delete ${users}?`,
    done: (users, are) => `${users} ${are} deleted`,
    means:
      "Their logins and all their access go for good, in other companies too. Conversations they had claimed are released; every message they wrote stays, with their name on it.",
  },
};

export const usersWords = (count: number, figure: Figure) => (count === 1 ? "1 user" : `${figure(count)} users`);

const ALREADY: Partial<Record<Act, string>> = { enable: "not disabled", disable: "disabled already" };

/** Why they are left out, after their names. */
export function reasonWords(act: Act, reason: Reason): string {
  if (reason === "already") return ALREADY[act] ?? "so already";
  return {
    self: act.endsWith("line") ? "you change your own lines on the number's page" : "you can't do this to yourself",
    accepted: "accepted the invitation already",
    disabled: "disabled; enable them first",
    guest: "a guest, whose login only their own company may delete",
    "only-admin": "the only Admin of another company, where they have to make somebody else an Admin first",
  }[reason];
}

const NAMED = 10;

/** "Ben Ortiz, Cara Novak and 21 others" */
export function nameWords(people: readonly { name: string }[], figure: Figure): string {
  const names = people.slice(0, NAMED).map(({ name }) => name);
  const others = people.length - names.length;
  if (others > 0) return `${names.join(", ")} and ${figure(others)} ${others === 1 ? "other" : "others"}`;
  const last = names.pop() ?? "";
  return names.length > 0 ? `${names.join(", ")} and ${last}` : last;
}

const WAITING: Record<Exclude<WayOut, "open">, string> = {
  "not set up": "email is not set up",
  denied: "the email provider refuses Lineup's emails",
};

type Done = { act: Act; done: number; leftOut: number };

/** "23 users are disabled; 2 were left out." Invitations are called sent again only while emails leave. */
export function doneWords({ act, done, leftOut }: Done, way: WayOut, figure: Figure): string {
  const users = usersWords(done, figure);
  const said =
    way === "open"
      ? bulkWords[act].done(users, done === 1 ? "is" : "are")
      : `New invitations of ${users} wait, because ${WAITING[way]}: copy each one's invitation link`;
  if (leftOut === 0) return `${said}.`;
  return `${said}; ${figure(leftOut)} ${leftOut === 1 ? "was" : "were"} left out.`;
}
