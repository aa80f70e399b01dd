import type { ReactNode } from "react";

/** Something to read among fields (a username): a word and what it is. */
export function StaticField({
  label,
  hint,
  wide,
  children,
}: {
  label: string;
  hint?: ReactNode;
  wide?: boolean;
  children: ReactNode;
}) {
  return (
    <div className={wide ? "field wide" : "field"}>
      <div className="field-head">
        <span>{label}</span>
      </div>
      <div className="wrap-anywhere py-2">{children}</div>
      {hint && <p className="hint">{hint}</p>}
    </div>
  );
}
