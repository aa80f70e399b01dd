/** What mail programs and forms write before people, in five languages: "To:", "Von:", "À :", "Name:". */
export const LABEL =
  /^[\s>|*•-]*(?:to|cc|bcc|from|e-?mail(?: address)?|mail|name|an|von|kopie|e-mail-adresse|para|de|enviado a|nombre|correo|à|a|cci|nom|courriel|cco|da|nome)\s*:/i;
/** The rest of a message's head, and how a letter begins. */
export const HEAD =
  /^[\s>|*•-]*(?:(?:sent|date|subject|gesendet|datum|betreff|envoyé|objet|enviado(?: el| em)?|fecha|asunto|data|assunto)\s*:|(?:hi|hello|dear|hallo|liebe|hola|bonjour|olá)(?:\s+\p{L}+){0,3}\s*[,!:]?$)/iu;
/** A list's number, dash or bullet, "and", "please add": what stands before an address without being anybody's name. */
const BEFORE =
  /^(?:[\s\-–—*•·▪◦‣●○✓✔☐☑+#>/\\&=~_.:([{]+|\(?\d{1,5}[.):\]]+(?=\s|$)|(?:and|or|und|oder|y|et|please|pls|kindly|invite|add|include)(?=\s|$)|(?:hi|hello|dear|hallo|hola|bonjour|olá)(?:\s+\p{L}+){0,3}\s*[,!]|https?:\/\/\S*)/iu;
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
    name = name.replace(LABEL, "").replace(BEFORE, "").trim();
  }
  const found = unquoted(name.replace(BEHIND, ""));
  return LETTERED.test(found) ? "" : found;
}

/** "a.", in a list that counts by letters. */
const LETTERED = /^\p{L}[.)]$/u;

const unquoted = (name: string) =>
  name
    .trim()
    .replace(/^["“](.*)["”]$/s, "$1")
    .replace(/^'(.*)'$/s, "$1")
    .trim();
