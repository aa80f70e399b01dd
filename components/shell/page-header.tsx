import type { ReactNode } from "react";
import { Icon } from "../ui/icons";

type Props = {
  title: string;
  subtitle?: ReactNode;
  /** The page above this one. */
  back?: { href: string; label: string };
  avatar?: ReactNode;
  /** At most one primary button, last. */
  actions?: ReactNode;
};

export function PageHeader({ title, subtitle, back, avatar, actions }: Props) {
  return (
    <header>
      {back && (
        <a className="back" href={back.href} data-back="">
          <Icon name="back" />
          {back.label}
        </a>
      )}
      <div className="page-head">
        <div className="page-title">
          {avatar}
          <div>
            <h1>{title}</h1>
            {subtitle && <p>{subtitle}</p>}
          </div>
        </div>
        {actions && <div className="page-actions">{actions}</div>}
      </div>
    </header>
  );
}
