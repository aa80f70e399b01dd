import type { AccountLink } from "@/components/shell/account-menu";
import type { NavSection } from "@/components/shell/portal-shell";
import { can } from "@/lib/access/can";
import type { Viewer } from "@/lib/access/viewer";
import { mayAddAccount } from "@/lib/accounts/add";

/** The navigation: only what the viewer may open. */
export function sectionsFor(viewer: Viewer): NavSection[] {
  const admin = [
    can(viewer, "account.view") && ({ href: "/admin", label: "Overview", icon: "overview" } as const),
    can(viewer, "account.view") && ({ href: "/admin/users", label: "Users", icon: "users" } as const),
    can(viewer, "account.view") && ({ href: "/admin/numbers", label: "Numbers", icon: "numbers" } as const),
    can(viewer, "account.view") && ({ href: "/admin/groups", label: "Groups", icon: "groups" } as const),
    can(viewer, "account.view") && ({ href: "/admin/roles", label: "Roles", icon: "roles" } as const),
    can(viewer, "company.manage", [viewer.rootGroupId]) &&
      ({ href: "/admin/company", label: "Company", icon: "company" } as const),
    can(viewer, "auto-replace.manage", [viewer.rootGroupId]) &&
      ({ href: "/admin/auto-replace", label: "Auto-Replace", icon: "replace" } as const),
    can(viewer, "audit.view") && ({ href: "/admin/activity", label: "Activity", icon: "activity" } as const),
  ].filter((item) => item !== false);
  const settings = [
    { href: "/settings/profile", label: "Edit Profile", icon: "person" },
    { href: "/settings/security", label: "Security", icon: "security" },
  ] as const;
  const texts = [
    can(viewer, "messages.read") && ({ href: "/inbox", label: "Inbox", icon: "inbox" } as const),
    can(viewer, "messages.read") && ({ href: "/contacts", label: "Contacts", icon: "contacts" } as const),
    can(viewer, "campaigns.manage") && ({ href: "/campaigns", label: "Campaigns", icon: "campaigns" } as const),
    can(viewer, "subscriptions.create") &&
      ({ href: "/subscriptions", label: "Subscription links", icon: "subscriptions" } as const),
    can(viewer, "reports.download") && ({ href: "/reports", label: "Reports", icon: "reports" } as const),
  ].filter((item) => item !== false);
  return [
    ...(texts.length > 0 ? [{ items: texts }] : []),
    ...(admin.length > 0 ? [{ title: "Admin", items: admin }] : []),
    { title: "Settings", items: settings },
  ];
}

/** What the company's name leads to, besides their other companies. */
export function accountLinksFor(viewer: Viewer): AccountLink[] {
  return [
    can(viewer, "account.view") && ({ href: "/admin/users", label: "Users", icon: "users" } as const),
    can(viewer, "company.manage", [viewer.rootGroupId]) &&
      ({ href: "/admin/company", label: "Company", icon: "company" } as const),
    mayAddAccount(viewer) && ({ href: "/accounts/new", label: "New Company", icon: "plus" } as const),
  ].filter((link) => link !== false);
}
