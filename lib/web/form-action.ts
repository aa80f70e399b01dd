import { createHash } from "node:crypto";
import { notFound } from "next/navigation";
import { z } from "zod";
import { can } from "../access/can";
import type { Viewer, Visitor } from "../access/viewer";
import { viewerOfMember } from "../auth/session/viewer-of-member";
import { INBOX } from "../conversations/inbox-query";
import { Gone, NotFound, Refused } from "../errors";
import { ABOUT, type FormState, typedValues } from "../form-state";
import { keepForm } from "../forms/keep-form";
import { writtenIn } from "../forms/words";
import { withFiguresOf } from "../text/figure";
import { type Acts, ALONG, actAlong } from "./act-along";
import { goTo } from "./back";
import { forbidden } from "./forbidden";
import { formObject } from "./form-data";
import { forgetKept, viewerFor } from "./form-door";
import { picksOf } from "./form-picks";
import { homeOf } from "./home";
import { isScripted, visitor } from "./request";
import { untakenForm } from "./untaken-form";

/** Or how to make it for this viewer and what they typed: a telephone number is read as in their company's country. */
type SchemaFor<Schema> = Schema | ((viewer: Viewer, typed: Record<string, unknown>) => Schema);
type Verb<Actor, Schema extends z.ZodType, Answer> = (actor: Actor, input: z.output<Schema>) => Promise<Answer>;
type Shown = FormState["values"];
type Then<Answer> = (answer: Answer) => Promise<Shown> | Promise<void> | Shown | void;
/**
 * Asked when some fields can't be read, with all as they were typed: what the verb would refuse of the others is then said
 * together with that, not after it. What it answers is proposed for fields that were left empty.
 */
type More<Actor> = Ahead<Actor> & {
  /** Where the form's page is gone by the time of the answer: says elsewhere what was refused. */
  refused?: (refused: Refused) => Promise<never>;
  /** Other acts of its page, whose buttons send it along where there is no script. */
  acts?: Acts;
};
type Ahead<Actor> = { ahead?: (actor: Actor, typed: Record<string, unknown>) => Promise<Proposed> | Proposed };
type Proposed = Record<string, string> | undefined;

/**
 * The door into a verb for a person who is logged in. `then` redirects (see back.ts) or leaves the page as it is; what it
 * returns is handed to the form, once, for what must stand in no address and no cookie.
 */
export function formAction<Schema extends z.ZodType, Answer>(
  schema: SchemaFor<Schema>,
  verb: Verb<Viewer, Schema, Answer>,
  then?: Then<Answer>,
  { ahead, refused, acts }: More<Viewer> = {},
) {
  return async (state: FormState, data: FormData): Promise<FormState> => {
    const who = await tried(() => viewerFor(data));
    if (who.refused && refused) return refused(who.refused);
    if (who.refused) return refusal({ state, data, errors: {}, refused: who.refused });
    const viewer = who.answer;
    const own = (before: FormState, sent: FormData) => take(viewer, before, sent);
    const answer = await (acts ? actAlong(viewer, { state, data, acts, own }) : own(state, data));
    return answer.wayOn === undefined || state === ALONG ? answer : leave(viewer, data, answer);
  };

  async function take(viewer: Viewer, state: FormState, data: FormData): Promise<FormState> {
    const early = ahead && (async (typed: Record<string, unknown>) => ahead(viewer, typed));
    const schemaFor = (typed: Record<string, unknown>) =>
      typeof schema === "function" ? schema(viewer, typed) : schema;
    const act = async (input: z.output<Schema>) => {
      const answer = await verb(viewer, input);
      await forgetKept(viewer, data);
      return answer;
    };
    const looking = await picksOf(viewer, typedValues(data));
    if (data.has(ABOUT.opens) || looking?.isAsked)
      return withPicks(refusal({ state, data, errors: {}, refused: undefined }), looking);
    return withPicks(
      await run(state, data, { schemaFor, verb: act, early, then, viewer, elsewhere: refused }),
      looking,
    );
  }
}

/** What is chosen of very many stands in the form again only with its words. */
function withPicks(state: FormState, looking: Awaited<ReturnType<typeof picksOf>>): FormState {
  if (!looking || state.ok) return state;
  return { ...state, values: { ...state.values, ...looking.values }, picks: looking.picks };
}

/** The same for people who are not logged in. */
export function visitorAction<Schema extends z.ZodType, Answer>(
  schema: Schema,
  verb: Verb<Visitor, Schema, Answer>,
  then?: Then<Answer>,
  { ahead }: Ahead<Visitor> = {},
) {
  return async (state: FormState, data: FormData): Promise<FormState> => {
    const who = await visitor();
    const early = ahead && (async (typed: Record<string, unknown>) => ahead(who, typed));
    return run(state, data, { schemaFor: () => schema, verb: (input) => verb(who, input), early, then });
  };
}

type Work<Schema extends z.ZodType, Answer> = {
  schemaFor: (typed: Record<string, unknown>) => Schema;
  verb: (input: z.output<Schema>) => Promise<Answer>;
  early?: ((typed: Record<string, unknown>) => Promise<Proposed>) | undefined;
  then: Then<Answer> | undefined;
  viewer?: Viewer;
  elsewhere?: ((refused: Refused) => Promise<never>) | undefined;
};

async function run<Schema extends z.ZodType, Answer>(
  state: FormState,
  data: FormData,
  { schemaFor, verb, early, then, viewer, elsewhere }: Work<Schema, Answer>,
): Promise<FormState> {
  const refuse = (errors: Record<string, string>, refused?: Refused) => refusal({ state, data, errors, refused });
  const typed = withOnceOfContent(formObject(data));
  const parsed = await schemaFor(typed).safeParseAsync(typed, { error: unreadable });
  if (!parsed.success) {
    const { refused, answer } = await tried(async () => early?.(typed), viewer);
    return proposing(answer, refuse({ ...errorsOf(refused), ...firstErrors(parsed.error, viewer) }, refused));
  }
  const done = await tried(() => verb(parsed.data), viewer);
  if (done.refused && elsewhere) return elsewhere(done.refused);
  if (done.refused) return refuse(errorsOf(done.refused), done.refused);
  const shown = await then?.(done.answer);
  return { ok: true, errors: {}, values: shown ?? {}, attempt: state.attempt + 1 };
}

type Refusal = {
  state: FormState;
  data: FormData;
  errors: Record<string, string>;
  refused: Refused | undefined;
};

/** Why not, with everything that was typed. */
const refusal = ({ state, data, errors, refused }: Refusal): FormState => ({
  ok: false,
  ...(refused && !refused.field && { message: refused.message }),
  errors,
  values: typedValues(data),
  attempt: state.attempt + 1,
  ...(refused?.offer && { offer: refused.offer }),
  ...(refused?.wayOn && { wayOn: refused.wayOn }),
});

/** A proposal stands in its field, to be looked over: nobody has chosen it yet. */
function proposing(proposed: Proposed = {}, { errors, values, ...state }: FormState): FormState {
  const words = Object.keys(proposed).map((name) => [
    name,
    `${errors[name] ?? ""} Here is one that you could take: look it over.`.trim(),
  ]);
  return { ...state, errors: { ...errors, ...Object.fromEntries(words) }, values: { ...values, ...proposed } };
}

/** The answer, or the refusal of it; what does not exist has a page of its own, and the unexpected goes on. */
async function tried<T>(
  work: () => Promise<T>,
  viewer?: Viewer,
): Promise<{ answer: T; refused?: never } | { answer?: never; refused: Refused }> {
  try {
    return { answer: await work() };
  } catch (error) {
    if (error instanceof Gone) return { refused: new Refused(error.words, { wayOn: error.wayOn }) };
    if (error instanceof NotFound) return viewer ? forbidden(viewer) : notFound();
    if (error instanceof Refused) return { refused: error };
    throw error;
  }
}

/**
 * It is said on the form. Without a script its page is gone as well: the next one says it, with what was written there. What
 * ended the one may have ended the right to the next, too.
 */
async function leave(viewer: Viewer, data: FormData, answer: FormState): Promise<FormState> {
  const { wayOn, message } = answer;
  if (wayOn === undefined || (await isScripted())) return answer;
  const now = await viewerOfMember(viewer.memberId);
  const page = now && wayOn === INBOX && !can(now, "messages.read") ? homeOf(now) : wayOn;
  const untaken = untakenForm(data, { page, reason: "gone" });
  if (writtenIn(untaken.values)) await keepForm({ ...viewer, madeAt: Date.now() }, untaken);
  return goTo(page, message, { tone: "bad" });
}

const errorsOf = (refused: Refused | undefined): Record<string, string> =>
  refused?.field ? { ...refused.also, [refused.field]: refused.message } : {};

/** Where a field has no words of its own for what no form of ours sends: none at all, several, a file. */
const unreadable = ({ input }: { input: unknown }) =>
  input === undefined ? "Fill this in." : "That can't be read. Load the page again and fill this in anew.";

/** The first thing wrong with each field. */
function firstErrors(error: z.ZodError, viewer: Viewer | undefined): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const { path, message } of error.issues)
    errors[String(path[0] ?? "form")] ??= withFiguresOf(viewer?.locale ?? null, message);
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
