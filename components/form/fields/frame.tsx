import type { ReactNode } from "react";

export type Words = {
  label: string;
  hint?: ReactNode;
  /** Said as quiet text beside the label, not in it: the label is the field's exact name. */
  optional?: boolean;
  /** The whole width of a section. */
  wide?: boolean;
};

type Props = Words & { id: string; error: string | undefined; children: ReactNode };

/** Label above, hint below; an error takes the hint's place. */
export function Frame({ id, label, hint, optional, wide, error, children }: Props) {
  return (
    <div className={wide ? "field wide" : "field"}>
      <div className="field-head">
        <label htmlFor={id}>{label}</label>
        {optional && <span id={`${id}-optional`}>optional</span>}
      </div>
      {children}
      <Below id={id} hint={hint} error={error} />
    </div>
  );
}

export function Below({ id, hint, error }: { id: string; hint?: ReactNode; error: string | undefined }) {
  if (error)
    return (
      <p id={`${id}-error`} className="field-error">
        {error}
      </p>
    );
  if (!hint) return null;
  return (
    <p id={`${id}-hint`} className="hint print:hidden">
      {hint}
    </p>
  );
}
