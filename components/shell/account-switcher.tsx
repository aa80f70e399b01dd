import type { FormAction } from "@/lib/form-state";
import { ActionButton } from "../form/action-button";
import { Icon } from "../ui/icons";
import { Mark } from "../ui/mark";

export type OwnAccount = { memberId: string; company: string };

type Props = { company: string; memberId: string; accounts: readonly OwnAccount[]; action: FormAction; once: string };

/** The company one works in; opened, the others that the same login is good for. */
export function AccountSwitcher({ company, memberId, accounts, action, once }: Props) {
  return (
    <details className="switcher">
      <summary className="company" aria-label={`Switch account, now ${company}`}>
        <Mark />
        <span>{company}</span>
        <Icon name="switch" />
      </summary>
      <ul aria-label="Your accounts">
        {accounts.map((account) => (
          <li key={account.memberId}>
            {account.memberId === memberId ? (
              <span className="btn btn-quiet" aria-current="true">
                {account.company}
                <Icon name="check" />
              </span>
            ) : (
              <ActionButton action={action} once={once} fields={{ memberId: account.memberId }} variant="quiet">
                {account.company}
              </ActionButton>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
