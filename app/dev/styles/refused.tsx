"use client";

import type { ReactNode } from "react";
import { FormContext } from "@/components/form/context";

type Props = { errors?: Record<string, string>; values?: Record<string, string | string[]>; children: ReactNode };

/** Fields as a form shows them, before it is sent or as it comes back refused. It goes nowhere. */
export const Refused = ({ errors = {}, values = {}, children }: Props) => (
  <FormContext value={{ state: { ok: false, errors, values, attempt: 1 }, values }}>
    <form className="grid gap-4" onSubmit={(event) => event.preventDefault()}>
      {children}
    </form>
  </FormContext>
);
