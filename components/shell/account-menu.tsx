import type { FormAction } from "@/lib/form-state";
import { ActionButton } from "../form/action-button";
import { Icon } from "../ui/icons";
import { Mark } from "../ui/mark";
import type { NavItem } from "./nav-link";

export type OwnAccount = { memberId: string; company: string };

type Props = {
  company: string;
  memberId: string;
  /** Where the same login is good for; fewer than two, and there is nothing to switch. */
  accounts: readonly OwnAccount[];
  links: readonly NavItem[];
  switchTo: FormAction;
  once: string;
};

/** The company one works in; its name opens what there is to do with it. A popover: no script, and Escape closes it. */
export function AccountMenu({ company, memberId, accounts, links, switchTo, once }: Props) {
  const name = (
    <>
      <Mark />
      <span>{company}</span>
    </>
  );
  if (accounts.length < 2 && links.length === 0) return <p className="company">{name}</p>;
  return (
    // Made anew in another account, so that it is closed there.
    <div key={memberId} className="account">
      <button type="button" className="company" popoverTarget="account-menu">
        {name}
        <Icon name="switch" />
      </button>
      <div id="account-menu" popover="auto" className="menu account-menu">
        {accounts.length > 1 && (
          <ul aria-label="Your companies">
            {accounts.map((account) => (
              <li key={account.memberId}>
                {account.memberId === memberId ? (
                  <span className="btn btn-quiet" aria-current="true">
                    {account.company}
                    <Icon name="check" />
                  </span>
                ) : (
                  <ActionButton action={switchTo} once={once} fields={{ memberId: account.memberId }} variant="quiet">
                    {account.company}
                  </ActionButton>
                )}
              </li>
            ))}
          </ul>
        )}
        {links.length > 0 && (
          <ul aria-label={company}>
            {links.map(([href, label, icon]) => (
              <li key={href}>
                <a href={href}>
                  <Icon name={icon} />
                  {label}
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
