/** What mail programs and forms write before people, in five languages: "To:", "Von:", "À :", "Name:". */
export const LABEL =
  /^[\s>|*•-]*(?:to|cc|bcc|from|e-?mail(?: address)?|mail|name|an|von|kopie|e-mail-adresse|para|de|enviado a|nombre|correo|à|a|cci|nom|courriel|cco|da|nome)\s*:/i;
/** The rest of a message's head, how a letter begins, and whoever's telephone. */
export const HEAD =
  /^[\s>|*•-]*(?:(?:sent|date|subject|importance|priority|attachments?|when|where|gesendet|datum|betreff|priorität|wichtigkeit|anlagen?|envoyé|objet|priorité|importance|pièces? jointes?|enviado(?: el| em)?|fecha|asunto|prioridad|importancia|(?:datos )?adjuntos|data|assunto|prioridade|importância|anexos?|(?:work |home |office )?(?:phone|tel|telephone|mobile|cell)|fax|telefon|handy|mobil|teléfono|móvil|téléphone|tél|portable|telefone|telemóvel|celular)\.?\s*:|\+?[\d\s()./-]{7,25}$|(?:hi|hello|dear|hallo|liebe|hola|bonjour|olá)(?:\s+\p{L}+){0,3}\s*[,!:]?$)/iu;
/** As each line of a letter's head begins. */
export const HEADER = /^[\s>|]*[\w-]{1,60}\s{0,3}:/;
/** What only machines read of it: with one of them a head is shown as programs write it. */
export const MACHINES =
  /^[\s>|]*(?:message-id|in-reply-to|references|return-path|errors-to|received|received-spf|dkim-signature|domainkey-signature|authentication-results|arc-(?:seal|message-signature|authentication-results)|mime-version|user-agent|feedback-id|accept-language|auto-submitted|content-(?:type|transfer-encoding|disposition|language|id)|list-(?:id|post|help|owner|archive|subscribe|unsubscribe|unsubscribe-post)|thread-(?:topic|index)|x-(?:received|mailer|original-to|originating-ip|google-smtp-source|google-dkim-signature|gm-message-state|ms-has-attach|ms-tnef-correlator))\s*:/i;
/** What whoever writes a letter may add to its head; a list may have it for somebody, too. */
export const ADDED = /^[\s>|]*(?:arc|content|list|thread|x)-[\w-]{1,60}\s*:/i;
/** Beside it they are a letter's head, and no list of people. */
export const OF_A_LETTER = /^[\s>|]*(?:from|to|cc|subject|date)\s*:/i;
/** Whom else a head names. */
export const ANSWERED = /^[\s>|]*(?:reply-to|delivered-to|sender)\s*:/i;
/** How a letter ends. */
export const CLOSING =
  /^[\s>|*•-]*(?:(?:many |with )?thanks(?: in advance| a lot| so much)?|thank you(?: very much| so much| in advance)?|cheers|best|(?:(?:best|kind|kindest|warm) )?regards|sincerely|vielen dank|danke|(?:viele|beste|liebe|mit freundlichen|freundliche) grüße|mfg|(?:muchas )?gracias|(?:un )?saludos?|merci(?: beaucoup| d'avance)?|(?:bien )?cordialement|obrigad[oa]|(?:com os melhores )?cumprimentos|atenciosamente)\s*[,.!]*\s*$/iu;
/** "Please add these people:", "New starters:", and no name. */
export const INTRODUCTION =
  /^[^@＠]{1,200}\s(?!(?:van|von|de|del|della|der|den|di|da|dos|du|la|le|el|al|bin|ter|ten)\s)\p{Ll}[^@＠]{0,200}:\s*$/u;
/** A list's number, dash or bullet, "and", "please add": what stands before an address without being anybody's name. */
const BEFORE =
  /^(?:[\s\-–—*•·▪◦‣●○✓✔☐☑+#>/\\&=~_.:([{]+|\(?\d{1,5}[.):\]]+(?=\s|$)|(?:and|or|und|oder|y|et|please|pls|kindly|invite|add|include)(?=\s|$)|(?:hi|hello|dear|hallo|hola|bonjour|olá)(?:\s+\p{L}+){0,3}\s*[,!]|https?:\/\/\S*)/iu;
/** "Organizer: Ana Silva": what somebody is, before who it is. */
const BEFORE_NAME = /^\p{L}[\p{L}\p{M}'’-]*(?:[ -]\p{L}+)?\s*:\s+(?=\p{L})/u;
/** "ana@x.example - Admin", "Reply-To: ana@x.example" */
const NO_NAME =
  /^(?:admin(?:istrator)?|owner|member|user|guest|viewer|end user|messaging agent|sender|organizer|required|optional|reply-to|delivered-to|attendees|members|e-?mails?)$/i;
/** Longer than any two names. */
const MOST = 400;
const BEHIND = /[\s\-–—/\\&=>)\]}:([{]+$/;

/** The name that was written beside an address; "" where no letter is in it. What stands in brackets counts when alone. */
export function nameBeside(text: string): string {
  if (text === "" || text.length > MOST) return "";
  // Alone it may be anybody's name: "Guest <g@x.example>".
  if (NO_NAME.test(text.trim()) && !/-|mail/i.test(text)) return text.trim();
  const outside = text.replace(/\([^()]*\)|\[[^[\]]*\]/g, " ");
  const name = trimmed(/\p{L}/u.test(trimmed(outside)) ? outside : text.replace(/[()[\]]/g, " "));
  return /\p{L}/u.test(name) ? name : "";
}

function trimmed(text: string): string {
  let [name, before] = [text.trim(), ""];
  while (name !== before) {
    before = name;
    const named = name.includes(":") ? name.replace(LABEL, "").replace(BEFORE_NAME, "") : name;
    name = named.replace(BEFORE, "").trim();
  }
  const found = unquoted(name.replace(BEHIND, ""));
  return LETTERED.test(found) || NO_NAME.test(found) ? "" : found;
}

/** "a.", in a list that counts by letters. */
const LETTERED = /^\p{L}[.)]$/u;

const unquoted = (name: string) =>
  name
    .trim()
    .replace(/^["“](.*)["”]$/s, "$1")
    .replace(/^'(.*)'$/s, "$1")
    .trim();
