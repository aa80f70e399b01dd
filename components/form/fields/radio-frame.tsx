import type { ReactNode } from "react";
import { Below } from "./frame";

type Props = {
  id: string;
  legend: string;
  hint?: ReactNode;
  error: string | undefined;
  described: string | undefined;
  children: ReactNode;
};

export function RadioFrame({ id, legend, hint, error, described, children }: Props) {
  return (
    <fieldset className="field wide" aria-describedby={described} data-invalid={error ? true : undefined}>
      <legend className="legend">{legend}</legend>
      {children}
      <Below id={id} hint={hint} error={error} />
    </fieldset>
  );
}
