/** "To:", "Email:", a list's number, dash or bullet, "and": what stands before an address without being anybody's name. */
const BEFORE =
  /^(?:[\s\-–—*•·▪◦‣●○✓✔☐☑+#>/\\&=~_.:([{]+|(?:to|cc|bcc|from|e-?mail|mail)\s*:|\(?\d{1,5}[.):\]]+(?=\s|$)|(?:and|or)(?=\s|$))/i;
/** Longer than any two names. */
const MOST = 400;
const BEHIND = /[\s\-–—/\\&=>)\]}:([{]+$/;

/** The name that was written beside an address; "" where no letter is in it. What stands in brackets counts when alone. */
export function nameBeside(text: string): string {
  if (text === "" || text.length > MOST) return "";
  const outside = text.replace(/\([^()]*\)|\[[^[\]]*\]/g, " ");
  const name = trimmed(/\p{L}/u.test(trimmed(outside)) ? outside : text.replace(/[()[\]]/g, " "));
  return /\p{L}/u.test(name) ? name : "";
}

function trimmed(text: string): string {
  let [name, before] = [text.trim(), ""];
  while (name !== before) {
    before = name;
    name = name.replace(BEFORE, "").trim();
  }
  return unquoted(name.replace(BEHIND, ""));
}

const unquoted = (name: string) =>
  name
    .trim()
    .replace(/^["“](.*)["”]$/s, "$1")
    .replace(/^'(.*)'$/s, "$1")
    .trim();
