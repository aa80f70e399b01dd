import { getCompany } from "@/lib/accounts/get-company";
import { membershipsOf } from "@/lib/accounts/memberships";
import { listSessions } from "@/lib/auth/session/list-sessions";
import { replacingFor } from "@/lib/auto-replace/rule-of";
import { getAutoReplace } from "@/lib/auto-replace/set";
import { showForms } from "@/lib/forms/show-forms";
import { listViews } from "@/lib/saved-views/list";
import { getProfile } from "@/lib/users/get-profile";
import { usernameOf } from "@/lib/users/username-of";
import { all, type Read } from "./read";

/** What everybody reads about themself and their company. */
export const OWN_READS: Record<string, Read> = {
  getAutoReplace: { ask: getAutoReplace, tells: { nobody: "it is the whole company's" } },
  replacingFor: { ask: replacingFor, tells: { nobody: "it is the whole company's" } },
  getCompany: { ask: getCompany, tells: { nobody: "it is the whole company's" } },
  membershipsOf: { ask: membershipsOf, tells: { nobody: "it names companies" } },
  listSessions: { ask: listSessions, tells: { nobody: "it names companies and devices" } },
  showForms: { ask: (v, { forms }) => showForms(v, forms) },
  listViews: {
    ask: (v) => all(["users", "contacts"] as const, (list) => listViews(v, list)),
    tells: { nobody: "everybody reads their own alone" },
  },
  getProfile: { ask: getProfile },
  usernameOf: { ask: usernameOf },
};
