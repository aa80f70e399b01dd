"use client";

import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { ABOUT, type FormAction, type FormState, initialFormState } from "@/lib/form-state";
import { isUntouched, wasOf } from "@/lib/form-was";
import { Notice } from "../ui/notice";
import type { Along } from "./along";
import { focusAnswer, newOnce } from "./answer";
import { FormContext, type Kept, type Values } from "./context";
import { HiddenFields } from "./hidden-fields";
import { DropForm, StartEmpty } from "./leave-kept";
import { MakeWay } from "./make-way";
import { useSetting } from "./setting";
import { Together, useSentAlong } from "./together";
import { useAnswer } from "./use-answer";

type Props = {
  /** For controls that stand elsewhere on the page. */
  id?: string;
  action: FormAction;
  /** Which form it is, where a page has several: by its name it gets back what was typed. Empty for a button. */
  name?: string;
  /** Names this submit, so that a doubled one has no double effect. */
  once: string;
  /** What the fields hold before anybody typed, by name. */
  values?: Values;
  /** Of the thing being edited: a new one fills the fields anew. */
  version?: number;
  className?: string;
  /** Ids and the like. */
  fields?: Record<string, string>;
  /** The larger form of the page that it is sent with where there is no script. */
  along?: Along | undefined;
  /** What of the page is sent with it, by its id: buttons alone, or fields too, which then outlive its being saved. */
  together?: "acts" | "forms";
  /** What stands after it with fields that are its own, by its id. */
  beside?: ReactNode;
  children: ReactNode;
};

const none: Values = {};

/** A form that works without a script; with one it keeps what was typed and goes to the first thing to mend. */
export function Form({ id, action, name = "form", once, values = none, version = 0, ...rest }: Props) {
  const kept = useSetting().kept.find(({ form }) => form !== "" && form === name);
  const [answer, submit, pending] = useAnswer(action, {
    before: kept && stateOf(kept, values),
    here: Boolean(rest.along) || rest.together === "forms",
  });
  const state = useFresh(answer, { once, of: `${version} ${kept?.id}`, pending });
  const [renewed, setRenewed] = useState({ from: "", once: "" });
  const { sent, beside } = useSentAlong(
    rest.along,
    { ...rest.fields, once, ...(kept && { [ABOUT.kept]: kept.id }) },
    values,
  );
  // Its fields are drawn anew with a new answer, and not with all that the form learns of itself.
  const context = useMemo(() => ({ state, values, kept, sent }), [state, values, kept, sent]);
  const said = state.message ?? state.errors.form;
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    if (state.attempt === 0) return;
    focusAnswer(form.current, state.ok);
  }, [state]);

  useEffect(() => {
    // An answered form that stays on the page may be sent again, with other words: that is another submit.
    if (state.ok && state.attempt > 0) setRenewed({ from: once, once: newOnce() });
  }, [state, once]);

  return (
    <FormContext value={context}>
      <form id={id} ref={form} action={submit} noValidate className={rest.className ?? "form"}>
        <HiddenFields
          once={renewed.from === once ? renewed.once : once}
          name={name}
          kept={kept?.id}
          fields={rest.fields}
        />
        {beside}
        {rest.together && id && <Together form={id} values={values} />}
        {said && (
          <Notice tone={state.ok ? "good" : "bad"}>
            {said}
            {kept?.id && said === kept.words && (
              <>
                {" "}
                <StartEmpty kept={kept} />
              </>
            )}
            <MakeWay offer={state.offer} />
          </Notice>
        )}
        {Object.keys(state.errors).length > 0 && !said && (
          <noscript>
            <p className="notice notice-bad">That was not done. The reason stands beside the field below.</p>
          </noscript>
        )}
        <fieldset key={`${version} ${kept?.id}`} className="contents" role="presentation" disabled={pending}>
          {rest.children}
        </fieldset>
      </form>
      {kept?.id && <DropForm kept={kept} />}
      {rest.beside}
    </FormContext>
  );
}

/** What was kept of a form is as good as a refusal: why, and all that was typed. */
const stateOf = ({ values, words, picks, along }: Kept, were: Values): FormState => ({
  ok: false,
  ...(hasWords(values, { along, were }) && !isLooking(picks) && { message: words }),
  errors: along?.errors ?? {},
  values,
  attempt: 1,
  ...(picks && { picks }),
});

/** Of what was only sent along it is said where it is not what the page holds; a reason beside a field says enough. */
const hasWords = (values: Values, { along, were }: { along: Kept["along"] | undefined; were: Values }) =>
  !along || along.message !== undefined || (isUnreasoned(along) && !isUntouched(wasOf(were), values));

/** What was looked for in a list says so itself. */
const isLooking = (picks: Kept["picks"] = {}) => Object.values(picks).some(({ isAsked }) => isAsked);

const isUnreasoned = ({ errors }: Pick<FormState, "errors">) => Object.keys(errors).length === 0;

/**
 * A submit that led on to a page made anew (with another key) left no answer: the one before says nothing about that
 * page's form, nor about what somebody else has changed since, or what was kept and is dropped. A page that was only
 * asked for again leaves the answer, and what it filled the fields with.
 */
function useFresh(answer: FormState, { once, of, pending }: Page): FormState {
  const [known, setKnown] = useState<Known>({ once, of });
  const isOver = known.sentOver === answer || known.of !== of;
  if (pending && known.sentOver !== answer) setKnown({ ...known, sentOver: answer });
  else if (known.once !== once) setKnown({ ...known, once, of, ...(isOver && { past: answer }) });
  return answer === known.past ? initialFormState : answer;
}

/** `of`: which state of the thing, and which kept form, it was made of. */
type Page = { once: string; of: string; pending: boolean };
type Known = { once: string; of: string; sentOver?: FormState; past?: FormState };
