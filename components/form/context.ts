"use client";

import { createContext, useContext } from "react";
import { type FormState, initialFormState } from "@/lib/form-state";

export type Values = FormState["values"];

/** What somebody had typed into a form of this page that could not be taken; without a form's name it was a button. */
export type Kept = {
  id: string;
  form: string;
  values: Values;
  words: string;
  /** Of a form whose page is there no more, to be read and copied. */
  written?: string;
  /** It was sent with another act of its page: it may hold what the page does, and there is nothing to say then. */
  along?: Pick<FormState, "errors"> & { message: string | undefined };
} & Pick<FormState, "picks">;

/** The form's last answer, and what its fields held before there was one. */
type Context = { state: FormState; values: Values; kept?: Kept | undefined; sent?: Sent | undefined };

/** That its fields are sent with another form of the page, by its id, under the name of the act; `press` is its button's. */
export type Sent = { form: string; act: string; press: { form: string; name: string; value: string } };

/** Under what name a field is sent, and with which form if not with its own. */
export const namedIn = (sent: Sent | undefined, name: string) =>
  sent ? { form: sent.form, name: `${sent.act}.${name}` } : { name };

/** A button of such a form that says something besides. */
export const pressing = ({ act, press }: Sent, says: Record<string, string>) => ({
  ...press,
  value: `${act}?${new URLSearchParams(says)}`,
});

export const FormContext = createContext<Context>({ state: initialFormState, values: {} });

/** What was kept of the form and stands in it again. */
export const useKept = () => useContext(FormContext).kept;
