import { type FormState, PICK } from "./form-state";

/** What a form's fields held when its page was made, short enough to be sent with it. */
export const wasOf = (values: FormState["values"]): string => {
  const names = Object.keys(values);
  return `${names.join()} ${digest(names, values)}`;
};

/** Whether that is what they still hold. */
export function isUntouched(was: string, typed: FormState["values"]): boolean {
  const [names = "", before] = was.split(" ");
  return digest(names.split(","), typed) === before;
}

/** Whether anything was typed into it at all. */
export function isFilled(was: string, typed: FormState["values"]): boolean {
  const names = was.split(" ")[0]?.split(",") ?? [];
  const isTyped = (name: string) => !names.includes(name) && name !== PICK.all && !name.startsWith(PICK.before(""));
  return !isUntouched(was, typed) || Object.entries(typed).some(([name, value]) => value !== "" && isTyped(name));
}

/** FNV-1a, 32 bits: whoever makes one up only fools themself. */
function digest(names: readonly string[], values: FormState["values"]): string {
  const text = names.map((name) => String(values[name] ?? "").replaceAll("\r\n", "\n")).join("\0");
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}
