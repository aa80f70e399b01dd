import { z } from "zod";

/**
 * Whether a form calls an action as React does for `<Form>`: with the form's state and its fields, and nothing else.
 * React's own reader takes far more (streams, iterators, functions, references to references), which costs seconds or
 * ends in a failure.
 */
export function isCallOfOurs(form: FormData, actionId: string | string[] | undefined): boolean {
  return actionId === undefined ? isCallWithoutScript(form) : isAction(actionId) && isCallByScript(form);
}

const isAction = (id: unknown) => typeof id === "string" && /^[0-9a-f]{40,100}$/.test(id);

/** React's names for the state and the fields that `$K1` stands for. */
const CALL = "0";
const FIELD = "_1_";

function isCallByScript(form: FormData) {
  const calls = form.getAll(CALL);
  if (calls.length !== 1) return false;
  for (const name of form.keys()) if (name !== CALL && !name.startsWith(FIELD)) return false;
  return z.tuple([State, z.literal("$K1")]).safeParse(plainData(calls[0])).success;
}

function isCallWithoutScript(form: FormData) {
  const own = [...form.keys()].filter((name) => name.startsWith("$ACTION"));
  const [reference, ...more] = own.filter((name) => name.startsWith("$ACTION_REF_"));
  const number = /^\$ACTION_REF_(\d{1,6})$/.exec(reference ?? "")?.[1];
  if (number === undefined || more.length > 0) return false;
  const [action, state, key] = [`$ACTION_${number}:0`, `$ACTION_${number}:1`, "$ACTION_KEY"];
  const known = [reference, action, state, key];
  if (new Set(own).size !== own.length || own.some((name) => !known.includes(name))) return false;
  return (
    /^\{"id":"[0-9a-f]{40,100}","bound":"\$@1"\}$/.test(String(form.get(action))) &&
    z.tuple([State]).safeParse(plainData(form.get(state))).success &&
    /^\w{0,100}$/.test(String(form.get(key) ?? ""))
  );
}

/** The rest of it is only handed back to the form. */
const State = z.looseObject({ attempt: z.int().min(0) });

/** Enough for every field of the largest form, and for the longest list that may be pasted into it. */
const MOST_NODES = 30_000;
const LONGEST = 2 * 1024 * 1024;
const DEEPEST = 6;

/** JSON without any of React's marks but the one for "undefined" and the one for the fields; otherwise nothing. */
function plainData(text: unknown): unknown {
  if (typeof text !== "string" || text.length > LONGEST) return undefined;
  const data = parsed(text);
  const nodes: [unknown, number][] = [[data, 0]];
  for (let at = 0; at < nodes.length; at++) {
    const [value, depth] = nodes[at] ?? [];
    if (typeof value === "string" && /^\$(?!\$|undefined$|K1$)/.test(value)) return undefined;
    if (typeof value !== "object" || value === null) continue;
    const children = Object.values(value);
    if (depth === undefined || depth > DEEPEST || nodes.length + children.length > MOST_NODES) return undefined;
    for (const each of children) nodes.push([each, depth + 1]);
  }
  return data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // Whoever made it up gets the same answer as for anything else that can't be read.
  }
}
