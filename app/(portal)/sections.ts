import type { NavItem } from "@/components/shell/nav-link";
import type { NavSection } from "@/components/shell/portal-shell";
import { can } from "@/lib/access/can";
import type { Viewer } from "@/lib/access/viewer";
import { mayAddAccount } from "@/lib/accounts/add";

/** The navigation: only what the viewer may open. */
export function sectionsFor(viewer: Viewer): NavSection[] {
  const admin = allowed([
    can(viewer, "account.view") && ["/admin", "Overview", "overview"],
    can(viewer, "account.view") && ["/admin/users", "Users", "users"],
    can(viewer, "account.view") && ["/admin/numbers", "Numbers", "numbers"],
    can(viewer, "account.view") && ["/admin/groups", "Groups", "groups"],
    can(viewer, "account.view") && ["/admin/roles", "Roles", "roles"],
    can(viewer, "company.manage", [viewer.rootGroupId]) && ["/admin/company", "Company", "company"],
    can(viewer, "auto-replace.manage", [viewer.rootGroupId]) && ["/admin/auto-replace", "Auto-Replace", "replace"],
    can(viewer, "audit.view") && ["/admin/activity", "Activity", "activity"],
  ]);
  const settings: NavItem[] = [
    ["/settings/profile", "Edit Profile", "person"],
    ["/settings/security", "Security", "security"],
  ];
  const texts = allowed([
    can(viewer, "messages.read") && ["/inbox", "Inbox", "inbox"],
    can(viewer, "messages.read") && ["/contacts", "Contacts", "contacts"],
    can(viewer, "campaigns.manage") && ["/campaigns", "Campaigns", "campaigns"],
    can(viewer, "subscriptions.create") && ["/subscriptions", "Subscription links", "subscriptions"],
    can(viewer, "reports.download") && ["/reports", "Reports", "reports"],
  ]);
  return [
    ...(texts.length > 0 ? [{ items: texts }] : []),
    ...(admin.length > 0 ? [{ title: "Admin", items: admin }] : []),
    { title: "Settings", items: settings },
  ];
}

/** What the company's name leads to, besides their other companies. */
export function accountLinksFor(viewer: Viewer): NavItem[] {
  return allowed([
    can(viewer, "account.view") && ["/admin/users", "Users", "users"],
    can(viewer, "company.manage", [viewer.rootGroupId]) && ["/admin/company", "Company", "company"],
    mayAddAccount(viewer) && ["/accounts/new", "New Company", "plus"],
  ]);
}

const allowed = (items: readonly (NavItem | false)[]) => items.filter((item) => item !== false);
