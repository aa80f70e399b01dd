import { createHash } from "node:crypto";
import { notFound } from "next/navigation";
import { z } from "zod";
import type { Viewer, Visitor } from "../access/viewer";
import { NotFound, Refused } from "../errors";
import type { FormState } from "../form-state";
import { formObject, typedValues } from "./form-data";
import { visitor } from "./request";
import { requireViewer } from "./viewer";

type Verb<Actor, Schema extends z.ZodType, Answer> = (actor: Actor, input: z.output<Schema>) => Promise<Answer>;
type Shown = FormState["values"];
type Then<Answer> = (answer: Answer) => Promise<Shown> | Promise<void> | Shown | void;

/**
 * The door into a verb for a person who is logged in. `then` redirects (see back.ts) or leaves the page as it is; what it
 * returns is handed to the form, once, for what must stand in no address and no cookie.
 */
export function formAction<Schema extends z.ZodType, Answer>(
  schema: Schema,
  verb: Verb<Viewer, Schema, Answer>,
  then?: Then<Answer>,
) {
  return async (state: FormState, data: FormData): Promise<FormState> => {
    const viewer = await requireViewer();
    return run(state, data, schema, (input) => verb(viewer, input), then);
  };
}

/** The same for people who are not logged in. */
export function visitorAction<Schema extends z.ZodType, Answer>(
  schema: Schema,
  verb: Verb<Visitor, Schema, Answer>,
  then?: Then<Answer>,
) {
  return async (state: FormState, data: FormData): Promise<FormState> => {
    const who = await visitor();
    return run(state, data, schema, (input) => verb(who, input), then);
  };
}

async function run<Schema extends z.ZodType, Answer>(
  state: FormState,
  data: FormData,
  schema: Schema,
  verb: (input: z.output<Schema>) => Promise<Answer>,
  then: Then<Answer> | undefined,
): Promise<FormState> {
  const refuse = (errors: Record<string, string>, message?: string): FormState => ({
    ok: false,
    ...(message && { message }),
    errors,
    values: typedValues(data),
    attempt: state.attempt + 1,
  });
  const parsed = await schema.safeParseAsync(withOnceOfContent(formObject(data)));
  if (!parsed.success) return refuse(firstErrors(parsed.error));
  let answer: Answer;
  try {
    answer = await verb(parsed.data);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    if (!(error instanceof Refused)) throw error;
    const refused = error.field ? refuse({ ...error.also, [error.field]: error.message }) : refuse({}, error.message);
    return { ...refused, ...(error.offer && { offer: error.offer }) };
  }
  const shown = await then?.(answer);
  return { ok: true, errors: {}, values: shown ?? {}, attempt: state.attempt + 1 };
}

/** The first thing wrong with each field. */
function firstErrors(error: z.ZodError): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const issue of error.issues) errors[String(issue.path[0] ?? "form")] ??= issue.message;
  return errors;
}

/**
 * A form's key counts together with what was typed: the same form sent twice is one submit, but the form brought back
 * with the Back button and filled in anew is another.
 */
function withOnceOfContent(input: Record<string, unknown>): Record<string, unknown> {
  const { once, ...typed } = input;
  if (!z.uuid().safeParse(once).success) return input;
  const digest = createHash("sha256")
    .update(JSON.stringify([once, Object.entries(typed).sort()]))
    .digest();
  digest[6] = ((digest[6] ?? 0) & 0x0f) | 0x80; // the version and variant bits of a UUID, RFC 9562 version 8
  digest[8] = ((digest[8] ?? 0) & 0x3f) | 0x80;
  const hex = digest.toString("hex", 0, 16);
  return { ...typed, once: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5") };
}
