"use client";

import type { ReactNode } from "react";
import type { FormAction } from "@/lib/form-state";
import { ActionButton } from "../form/action-button";
import { Avatar } from "../ui/avatar";
import { Icon } from "../ui/icons";
import { Mark } from "../ui/mark";
import type { Theme } from "../ui/theme";
import { ThemeSwitch } from "../ui/theme-switch";
import { AccountMenu, type OwnAccount } from "./account-menu";
import { type NavItem, NavLink } from "./nav-link";

export type NavSection = { title?: string; items: readonly NavItem[] };

type Props = {
  company: string;
  person: { id: string; name: string };
  sections: readonly NavSection[];
  theme: Theme;
  /** Logs out; `once` as for every form. */
  logout: FormAction;
  once: string;
  /** Where else the person may work; fewer than two, and there is nothing to switch. */
  accounts: readonly OwnAccount[];
  /** What else the company's name leads to. */
  accountLinks: readonly NavItem[];
  switchAccount: FormAction;
  children: ReactNode;
};

/** In a window of 768 px all of it is there, down to "Log out". */
const LOW =
  "pointer-fine:[@media(height<860px)]:[&_a]:my-0 pointer-fine:[@media(height<860px)]:[&_a]:min-h-8 pointer-fine:[@media(height<860px)]:[&_a]:py-1";

/**
 * The portal around a page. Drawn on the client's side of React, as rows are: what is the same on every page is then not
 * said a second time as a description of itself. On a phone the navigation is a popover, which opens and closes without a
 * script.
 */
export function PortalShell({ company, person, sections, theme, logout, once, children, ...rest }: Props) {
  return (
    <div className="portal">
      <header className="topbar">
        <p className="company">
          <Mark />
          <span>{company}</span>
        </p>
        <button type="button" className="btn" popoverTarget="navigation">
          <Icon name="menu" />
          Menu
        </button>
      </header>
      <nav id="navigation" className="nav" popover="auto" aria-label="Portal">
        <AccountMenu
          company={company}
          memberId={person.id}
          accounts={rest.accounts}
          links={rest.accountLinks}
          switchTo={rest.switchAccount}
          once={once}
        />
        <div className={`pb-6 ${LOW}`}>{sections.map(section)}</div>
        <div className="nav-foot">
          <p className="nav-person">
            <Avatar id={person.id} name={person.name} />
            <span>{person.name}</span>
          </p>
          <div className="nav-last">
            <ActionButton action={logout} once={once} variant="quiet" size="small">
              <Icon name="logout" />
              Log out
            </ActionButton>
            <ThemeSwitch theme={theme} />
          </div>
        </div>
      </nav>
      <main id="content" className="content" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}

function section({ title, items }: NavSection) {
  return (
    <div key={title ?? ""}>
      {title && <p className="nav-title">{title}</p>}
      <ul>
        {items.map(([href, label, icon]) => (
          <li key={href}>
            <NavLink href={href}>
              <Icon name={icon} />
              {label}
            </NavLink>
          </li>
        ))}
      </ul>
    </div>
  );
}
