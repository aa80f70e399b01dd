import { describe, expect, it } from "vitest";
import { keywordIn } from "./keywords";

describe("a keyword", () => {
  it.each([
    ..."stop,stopall,stop all,end,quit,cancel,unsubscribe,revoke,optout,opt-out,opt out,remove,arret,arrete,arrett,td".split(
      ",",
    ),
    ...["alto", "parar", "basta", "cancelar"],
    ...[
      "STOP",
      "Stop.",
      " stop\n",
      "“STOP”",
      "'stop'",
      "stop!!! 🛑",
      "🙏 stop",
      "Arrêt",
      "arrête",
      "ＳＴＯＰ",
      "st\u200bop",
    ],
    ...["STOP\0", "Opt‑Out", "STOP  ALL", "(stop)", "*stop*", "s\u0301top", "opt—out"],
  ])("ends it: %j", (body) => expect(keywordIn(body)).toBe("stop"));

  it.each(["start", "START.", "unstop", "Subscribe"])("begins again: %j", (body) =>
    expect(keywordIn(body)).toBe("start"),
  );
  it.each(["help", "INFO?", "aide", "ayuda!"])("asks for help: %j", (body) => expect(keywordIn(body)).toBe("help"));
  it.each(["yes", "Yes!", "“YES”"])("agrees by the very word: %j", (body) => expect(keywordIn(body)).toBe("yes"));
  it.each([
    ...["sí", "Y", "y.", "YES YES", "Yes, please", "yes please!", "Yes. Thank you 🙂", "Sí, por favor"],
    ...["Oui, merci"],
  ])("agrees in other words: %j", (body) => expect(keywordIn(body)).toBe("agreed"));

  it.each([
    ...["please stop texting me", "Stop texting me", "no more texts", "don't text me again", "Don’t message me"],
    ...["take me off your list", "remove me please", "leave me alone", "Wrong number", "STOP PLEASE"],
    ...["Please, stop", "Stop, please!", "unsubscribe please", "STOP STOP", "Stop. Stop! STOP!!!", "stop spamming me"],
    ...["Stop messages", "stop all your texts", "STOP SMS"],
  ])("may mean the end, which a person judges: %j", (body) => expect(keywordIn(body)).toBe("maybe"));

  it.each([
    ...["The bus stop is closed", "Can I cancel my order?", "Is this the end of the line?", "helpful", "I quit my job"],
    ...["yes and no", "Yes, but when?", "yes please stop by", "y tu?", "ye", "si quiero"],
    ...["Who is this?", "Please stop by tomorrow", "Could you just stop in at noon?"],
    ...["", "👍", "2", "Start on Monday", "yesterday", "info@shop.example", "How do I unsubscribe from the yoga class"],
  ])("is none: %j", (body) => expect(keywordIn(body)).toBeUndefined());

  it.each(["!", ". ", "\u0301\u0316"])("is looked for once in a megabyte of %j", (sign) => {
    const many = sign.repeat(1_000_000 / sign.length);
    expect(keywordIn(`${many}STOP${many}`)).toBe("stop");
    expect(keywordIn(`a${many}b`)).toBeUndefined();
  });
});
