/** Of a card: its name, what its parameters say of it ("CELL", "HOME"), and its value, between semicolons and in each between commas. */
export type Property = { name: string; kinds: readonly string[]; parts: readonly (readonly string[])[] };

/** The lines of cards of the versions 2.1, 3.0 and 4.0, of which only these are read: a picture may have megabytes. */
export function* propertiesIn(text: string): Generator<Property> {
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  for (let at = 0; at < lines.length; at++) {
    const [whole = "", name = "", said = ""] = HEAD.exec(lines[at] ?? "") ?? [];
    if (name === "") continue;
    const parameters = parametersIn(said);
    const isQuoted = parameters.some(([, value]) => value === "QUOTED-PRINTABLE");
    // In pieces: joined at each of a hundred thousand lines, it would be copied as often.
    const pieces = [(lines[at] ?? "").slice(whole.length)];
    // A line that begins with a space goes on with the one before; so does one after an equals sign that was quoted.
    for (let next = lines[at + 1]; next !== undefined; next = lines[at + 1]) {
      const last = pieces.at(-1) ?? "";
      if (!goesOn(last, next, isQuoted)) break;
      if (isQuoted && last.endsWith("=")) pieces.splice(-1, 1, last.slice(0, -1), next);
      else pieces.push(next.slice(1));
      at++;
    }
    const value = pieces.join("");
    const charset = parameters.find(([key]) => key === "CHARSET")?.[1];
    yield {
      name: name.toUpperCase(),
      kinds: parameters.filter(([key]) => key === "TYPE" || key === "PREF" || key === "").flatMap(kindsOf),
      parts: partsOf(isQuoted ? unquoted(value, charset) : value),
    };
  }
}

/** "item1.TEL;TYPE=CELL,VOICE;PREF=1:" */
const HEAD = /^(?:[\w-]+\.)?(BEGIN|END|AGENT|N|FN|TEL|EMAIL|ORG|NOTE|CATEGORIES)((?:;(?:[^":;]|"[^"]*")*)*):/i;

const goesOn = (value: string, next: string, isQuoted: boolean) =>
  isQuoted && value.endsWith("=") ? true : /^[ \t]/.test(next);

/** In version 2.1 a kind stands without its key. */
const parametersIn = (said: string): [string, string][] =>
  said
    .split(";")
    .filter(Boolean)
    .map((each) => {
      const [key = "", value] = each.toUpperCase().split(/=(.*)/s);
      return value === undefined ? ["", key] : [key, value.replaceAll('"', "")];
    });

const kindsOf = ([, value]: [string, string]) => value.split(",");

function unquoted(value: string, charset = "utf-8"): string {
  const bytes = value.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  // What was not quoted is a letter already.
  if (/[^\0-\xff]/.test(bytes)) return bytes;
  return decoderOf(charset).decode(Buffer.from(bytes, "latin1"));
}

function decoderOf(charset: string): TextDecoder {
  try {
    return new TextDecoder(charset);
  } catch (error) {
    if (error instanceof RangeError) return new TextDecoder();
    throw error;
  }
}

/** What stands between these after a backslash is a sign of the value. */
function partsOf(value: string): string[][] {
  if (!/[\\,;]/.test(value)) return [[value]];
  const parts: string[][] = [[""]];
  for (const [sign] of value.matchAll(/\\.|[,;]|[^\\,;]+|\\/gs)) {
    const part = parts.at(-1) ?? [];
    if (sign === ";") parts.push([""]);
    else if (sign === ",") part.push("");
    else part[part.length - 1] += /^\\n$/i.test(sign) ? "\n" : sign.replace(/^\\(.)$/s, "$1");
  }
  return parts;
}
