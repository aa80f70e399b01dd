import { detectAll } from "jschardet";
import { type Alphabet, allAlphabets, decoderOf } from "../alphabet";

/** What the detector calls by another name, or tells apart where the difference is a letter that names don't have. */
const ALIASES: Readonly<Record<string, Alphabet>> = {
  "iso-8859-1": "windows-1252",
  "iso-8859-15": "windows-1252",
  macroman: "macintosh",
  "iso-8859-7": "windows-1253",
  "iso-8859-9": "windows-1254",
  "iso-8859-8": "windows-1255",
  "iso-8859-6": "windows-1256",
  "iso-8859-4": "windows-1257",
  "iso-8859-13": "windows-1257",
  maccyrillic: "x-mac-cyrillic",
  cp866: "ibm866",
  cp437: "ibm850",
  cp850: "ibm850",
  cp858: "ibm850",
  cp852: "ibm852",
  cp932: "shift_jis",
  cp949: "euc-kr",
  johab: "euc-kr",
  gb2312: "gb18030",
};

/** The rarer a kind of file, the surer the detector has to be. */
const PRIOR: Readonly<Partial<Record<Alphabet, number>>> = {
  "windows-1252": 1.3,
  macintosh: 0.6,
  "iso-8859-2": 0.6,
  "iso-8859-5": 0.6,
  "windows-1257": 0.6,
  ibm850: 0.5,
  ibm852: 0.3,
  ibm866: 0.6,
  "x-mac-cyrillic": 0.6,
};

/** How languages of the West call names and addresses, whatever becomes of their accents: who writes so has their letters. */
const WESTERN =
  /(?<![\p{L}])(?:pr.nom|nom|courriel|vorname|nachname|familienname|apellidos?|nombre|correo|sobrenome|apelido|cognome|achternaam|voornaam)(?![\p{L}])/iu;
const OF_THE_WEST: ReadonlySet<Alphabet> = new Set<Alphabet>(["windows-1252", "macintosh", "ibm850"]);

/** More tell no more. */
const MOST_BYTES = 20_000;
/** Where headings stand. */
const HEAD = 2000;

/**
 * The alphabet that bytes which are no UTF-8 are most likely in: the one that makes words of them, as sure as the
 * detector is. A list has few words, so it stays a guess, for a person to check.
 */
export function guessAlphabet(bytes: Uint8Array): Alphabet {
  const words = foreignWords(bytes);
  const sure = new Map<string, number>();
  for (const { encoding, confidence } of detectAll(words)) {
    const name = (encoding ?? "").toLowerCase();
    const alphabet = ALIASES[name] ?? name;
    sure.set(alphabet, Math.max(confidence, sure.get(alphabet) ?? 0));
  }
  const isWestern = WESTERN.test(Buffer.from(bytes.subarray(0, HEAD)).toString("latin1"));
  const judged = allAlphabets.map((alphabet) => ({
    alphabet,
    odd: oddities(decoderOf(alphabet)(words.toString("latin1"))),
    sure: (sure.get(alphabet) ?? 0) * (PRIOR[alphabet] ?? 1) * (isWestern && OF_THE_WEST.has(alphabet) ? 2 : 1),
  }));
  judged.sort((a, b) => a.odd - b.odd || b.sure - a.sure);
  return judged[0]?.alphabet ?? "windows-1252";
}

/** Lines' ends and the words that are not plain ASCII: the addresses of a list would drown them. */
function foreignWords(bytes: Uint8Array): Buffer {
  const text = Buffer.from(bytes).toString("latin1");
  const words = text.match(/(?<![^\s,;\t"<>|])[^\s,;\t"<>|]*[\u0080-\u00ff][^\s,;\t"<>|]*/g) ?? [];
  return Buffer.from([...new Set(words)].join("\n").slice(0, MOST_BYTES), "latin1");
}

/** What no name has: signs among letters, a capital after a small letter, two scripts in a word. */
function oddities(text: string): number {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  return (
    5 * count(/\ufffd/g) +
    2 * count(/[^\x20-\x7e\n\p{L}\p{M}’‘´“”„–—…€•]/gu) +
    2 * count(/[\u0080-\u024f](?=[\u0370-\uffff])|[\u0370-\uffff](?=[A-Za-z\u0080-\u024f])/gu) +
    2 * count(/[ªº](?=\p{L})|(?<=\p{L})[„“”…•€](?=\p{L})/gu) +
    2 * count(/\p{Ll}\p{Lu}|\p{Lu}\p{Lu}\p{Ll}/gu)
  );
}
