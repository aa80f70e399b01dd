import { expect, test } from "vitest";
import { costOf } from "@/tests/support/cost";
import { MOST_ROWS } from "./one-person";
import { parseAddresses } from "./parse-addresses";

const good = (text: string) =>
  parseAddresses(text).flatMap(({ email, problem, firstName, lastName }) =>
    problem ? [] : [[email, firstName, lastName].join("|")],
  );
const wrong = (text: string) => parseAddresses(text).flatMap(({ email, problem }) => (problem ? [email] : []));

test.each([
  ["commas", "a@x.example,b@x.example, c@x.example"],
  ["semicolons", "a@x.example;b@x.example ;c@x.example;"],
  ["lines, also of Windows and of old Macs", "a@x.example\r\nb@x.example\r\n\r\nc@x.example\r"],
  ["tabs and spaces", "a@x.example\tb@x.example   c@x.example"],
  ["brackets", "<a@x.example> <b@x.example>,<c@x.example>"],
  ["all at once", " ;a@x.example ,\n\tb@x.example;;mailto:c@x.example. "],
])("addresses between %s", (_, text) => {
  expect(good(text)).toEqual(["a@x.example||", "b@x.example||", "c@x.example||"]);
  expect(wrong(text)).toEqual([]);
});

test.each([
  ["Ana Silva <ana@x.example>", "ana@x.example|Ana|Silva"],
  ['"Silva, Ana Maria" <ana@x.example>', "ana@x.example|Ana Maria|Silva"],
  ["“Ana Silva” <ana@x.example>", "ana@x.example|Ana|Silva"],
  ["'Ana Silva' <ana@x.example>", "ana@x.example|Ana|Silva"],
  ["Ana O'Neill <ana@x.example>", "ana@x.example|Ana|O'Neill"],
  ["Ana\tSilva\tana@x.example", "ana@x.example|Ana|Silva"],
  ["ana@x.example\tAna\tde la Silva", "ana@x.example|Ana|de la Silva"],
  ["Ana: ana@x.example", "ana@x.example|Ana|"],
  ["@Ana Silva (ana@x.example)", "ana@x.example|Ana|Silva"],
  ["ana [at] x [dot] example", "ana@x.example||"],
  ["\u200fמרים כהן\u200e <ana@x.example>", "ana@x.example|מרים|כהן"],
  ["1. ana@x.example", "ana@x.example||"],
  ["12) Ana Silva ana@x.example", "ana@x.example|Ana|Silva"],
  ["- ana@x.example", "ana@x.example||"],
  ["• Ana <ana@x.example>", "ana@x.example|Ana|"],
  ["ana@x.example (Dee Six)", "ana@x.example|Dee|Six"],
  ["(Dee Six) ana@x.example", "ana@x.example|Dee|Six"],
  ["Dee Six (Sales) <ana@x.example>", "ana@x.example|Dee|Six"],
  ["Dee Six <ana@x.example> (Sales)", "ana@x.example|Dee|Six"],
  ["To: ana@x.example", "ana@x.example||"],
  ["mailto:ana@x.example?subject=Hi", "ana@x.example||"],
  ["42 ana@x.example", "ana@x.example||"],
  ["Ev One - ana@x.example", "ana@x.example|Ev|One"],
  ["[Ev One](mailto:ana@x.example)", "ana@x.example|Ev|One"],
  ["[One, Ev](mailto:ana@x.example?subject=Hi)", "ana@x.example|Ev|One"],
  ["[ana@x.example](mailto:ana@x.example)", "ana@x.example||"],
  ["☐ Ana Silva ana@x.example", "ana@x.example|Ana|Silva"],
  ["Ana Silva <ana@x.example", "ana@x.example|Ana|Silva"],
  ["SILVA Ana <ana@x.example>", "ana@x.example|Ana|SILVA"],
  ["JP Smith <ana@x.example>", "ana@x.example|JP|Smith"],
  ["Bob Smith, Jr. <ana@x.example>; ", "ana@x.example|Bob|Smith Jr."],
  ["Herrn Jan Ott <ana@x.example>", "ana@x.example|Jan|Ott"],
  ["ana@x.example <ana@x.example>", "ana@x.example||"],
  ["ana@old.example <ana@x.example>", "ana@x.example||"],
  ["Ana Silva (ana@old.example) <ana@x.example>", "ana@x.example|Ana|Silva"],
  ["| Dora Day | ana@x.example |", "ana@x.example|Dora|Day"],
  ["Dora Day, ana@x.example", "ana@x.example|Dora|Day"],
  [
    "2. \u0645\u0631\u06cc\u0645\u200c\u0647\u0627 ana@x.example",
    "ana@x.example|\u0645\u0631\u06cc\u0645\u200c\u0647\u0627|",
  ],
  ["MARIA Lopez <ana@x.example>", "ana@x.example|MARIA|Lopez"],
  ["À : René Lefèvre <ana@x.example>", "ana@x.example|René|Lefèvre"],
  ["Von: Groß, Jürgen <ana@x.example>", "ana@x.example|Jürgen|Groß"],
  ["Enviado a: Íñigo Núñez <ana@x.example>", "ana@x.example|Íñigo|Núñez"],
  ["a. ana@x.example", "ana@x.example||"],
  ["d'Arcy, Jean <ana@x.example>", "ana@x.example|Jean|d'Arcy"],
  ["Ana Silva, CPA <ana@x.example>", "ana@x.example|Ana|Silva"],
  ["Hi team, please add Ana Silva (ana@x.example)", "ana@x.example|Ana|Silva"],
  ["Please invite ana@x.example", "ana@x.example||"],
  ["https://x.example/ana ana@x.example", "ana@x.example||"],
  ["bo_li_partner.example#EXT#@x.example", "bo_li@partner.example||"],
  ["\u200bAna <a\u00adna@\u200cx.\u200cexample>\ufeff", "ana@x.example|Ana|"],
])("%s has a name", (text, person) => {
  expect(good(text)).toEqual([person]);
  expect(wrong(text)).toEqual([]);
});

test("names among names, as mail programs copy them", () => {
  const both = ["ana@x.example|Ana|Silva", "ben@x.example|Ben|Ortiz"];
  expect(good('"Silva, Ana" <ana@x.example>, Ben Ortiz <ben@x.example>')).toEqual(both);
  expect(good("Silva, Ana <ana@x.example>; Ortiz, Ben <ben@x.example>")).toEqual(both);
  expect(good("Ana Silva ana@x.example Ben Ortiz ben@x.example")).toEqual(both);
  expect(good("Ana Silva <ana@x.example> Ben Ortiz <ben@x.example>")).toEqual(both);
});

test.each([
  ["Lindqvist, Petra <petra@x.example>", ["petra@x.example|Petra|Lindqvist"]],
  ["Lindqvist, Petra petra@x.example", ["petra@x.example|Petra|Lindqvist"]],
  ["García López, Ana María <ana@x.example>", ["ana@x.example|Ana María|García López"]],
  [
    "van der Berg, Jan <jan@x.example>, Ortiz, Ben <ben@x.example>",
    ["jan@x.example|Jan|van der Berg", "ben@x.example|Ben|Ortiz"],
  ],
  ["Lindqvist, Petra <petra@x.example>, ben@x.example", ["petra@x.example|Petra|Lindqvist", "ben@x.example||"]],
  ["مريم <m@x.example>، سامي <s@x.example>", ["m@x.example|مريم|", "s@x.example|سامي|"]],
  [
    "田中 <t@x.example>、鈴木 <s@x.example>，佐藤 <k@x.example>；a@x.example",
    ["t@x.example|田中|", "s@x.example|鈴木|", "k@x.example|佐藤|", "a@x.example||"],
  ],
  ["'Ana Silva' <ana@x.example>; 'Ben Ortiz' <ben@x.example>;", ["ana@x.example|Ana|Silva", "ben@x.example|Ben|Ortiz"]],
  [
    '"Silva, Ana" <ana@x.example>, "Ortiz, Ben" <ben@x.example>',
    ["ana@x.example|Ana|Silva", "ben@x.example|Ben|Ortiz"],
  ],
  ["• Ana Silva (ana@x.example)", ["ana@x.example|Ana|Silva"]],
  ["<mailto:ana@x.example>", ["ana@x.example||"]],
  ["María José de la Cruz <m@x.example>", ["m@x.example|María José|de la Cruz"]],
  ["Dr. Ana Silva <ana@x.example>", ["ana@x.example|Ana|Silva"]],
  ["a@x.example b@x.example <c@x.example>", ["a@x.example||", "b@x.example||", "c@x.example||"]],
  ["Ana Silva ana@x.example Bo Li <bo@x.example>", ["ana@x.example|Ana|Silva", "bo@x.example|Bo|Li"]],
  ["info@bücher.example, xx@xn--bcher-kva.example", ["info@xn--bcher-kva.example||", "xx@xn--bcher-kva.example||"]],
])("%s is read as a person reads it", (text, people) => {
  expect(good(text)).toEqual(people);
  expect(wrong(text)).toEqual([]);
});

test.each([
  "a@x.example / b@x.example",
  "a@x.example and b@x.example",
  "1. a@x.example 2. b@x.example",
  "•\n a@x.example|b@x.example",
  '["a@x.example","b@x.example"]',
  "a@x.example，b@x.example。",
])("%s are two people without names", (text) => {
  expect(good(text)).toEqual(["a@x.example||", "b@x.example||"]);
  expect(wrong(text)).toEqual([]);
});

const SPOKEN = ["ana@x.example|Ana|Silva", "ben@x.example|Ben|Ortiz"];

test.each([
  "Ana Silva\nana@x.example\n\nBen Ortiz\nben@x.example\n",
  "Silva, Ana\r\n<ana@x.example>\r\nOrtiz, Ben\r\n<ben@x.example>",
  "Ana Silva\nana@x.example\nOwner\nBen Ortiz\nben@x.example\nMember\n",
  "Name: Ana Silva\nEmail: ana@x.example\n\nName: Ben Ortiz\nEmail: ben@x.example",
  "Sent: Monday, 2 November 2026\nTo: Ana Silva <ana@x.example>\nCc: Ben Ortiz <ben@x.example>\nSubject: Silva, Ortiz",
  "Hello all,\nAna Silva <ana@x.example>\nBen Ortiz <ben@x.example>",
])("%j are two people with names", (text) => {
  expect(good(text)).toEqual(SPOKEN);
  expect(wrong(text)).toEqual(text.includes("Owner") ? ["Owner", "Member"] : []);
});

test("a shouted name in front is the last one where a whole list has it so, or the address says so", () => {
  expect(good("DUPONT Marie <a1@x.example>; LE GOFF Yann <a2@x.example>; Ana Ott <a3@x.example>")).toEqual([
    "a1@x.example|Marie|DUPONT",
    "a2@x.example|Yann|LE GOFF",
    "a3@x.example|Ana|Ott",
  ]);
  for (const local of ["marie.dupont", "mdupont", "marie", "marie-dupont2"])
    expect(good(`DUPONT Marie <${local}@x.example>`)).toEqual([`${local}@x.example|Marie|DUPONT`]);
  for (const local of ["maria", "maria.lopez", "mlopez", "m.lopez", "info"])
    expect(good(`MARIA Lopez <${local}@x.example>`)).toEqual([`${local}@x.example|MARIA|Lopez`]);
  expect(good("MARIA Lopez <mlopez@x.example>, ANA Ott <aott@x.example>")).toEqual([
    "mlopez@x.example|MARIA|Lopez",
    "aott@x.example|ANA|Ott",
  ]);
});

test("whose a name is that stands alone after an address is not guessed, nor that a forgotten ending is a name", () => {
  expect(good("Dora Day, a@x.example, Ev One, b@x.example")).toEqual(["a@x.example|Dora|Day", "b@x.example|Ev|One"]);
  expect(wrong("a@x.example, Dora Day, b@x.example")).toEqual(["Dora Day"]);
  expect(wrong("ana.silva, b@x.example")).toEqual(["ana.silva"]);
  expect(wrong("Dora, Day, b@x.example")).toEqual(["Dora", "Day"]);
  expect(wrong("Dora Day\na@x.example")).toEqual(["Dora Day"]);
});

test("what is no address is named in its place, and nothing else is lost", () => {
  const rows = parseAddresses("a@x.example, nobody, b@@x.example\nc@x.example\n@x.example, d@x");
  expect(rows.map(({ position, email, problem }) => [position, email, problem !== undefined])).toEqual([
    [1, "a@x.example", false],
    [2, "nobody", true],
    [3, "b@@x.example", true],
    [4, "c@x.example", false],
    [5, "@x.example", true],
    [6, "d@x", true],
  ]);
});

test.each([
  '"a@evil.example"@b',
  "a＠evil.example",
  "a@evıl.example",
  "a@b@c.example",
  "<>",
  "a@x.example\u0000b",
  "x".repeat(500),
])("%s is wrong, and nobody else's address is made of it", (text) => {
  expect(good(text)).toEqual([]);
  expect(wrong(text)).toHaveLength(1);
  expect(wrong(text)[0]).not.toMatch(/\p{Cc}/u);
});

test("what comes several times, whatever the case, is one person, and is named once", () => {
  const rows = parseAddresses("Ana@x.example, ben@x.example, ana@X.example; ANA@x.example");
  expect(rows.map(({ email }) => email)).toEqual(["Ana@x.example", "ben@x.example", "ana@X.example"]);
  expect(rows.map(({ problem }) => problem)).toEqual([
    undefined,
    undefined,
    "This address is in the list 3 times. It is invited once.",
  ]);
});

test("nothing is nobody", () => expect(parseAddresses(" \n ,;\t ")).toEqual([]));

test.each([" ", '"', "“", "<", "a@x.example ", ".", "[", "(", "1. ", "- ", "A, ", "[a](", "(a) "])(
  "a megabyte of %s takes no time to speak of",
  (sign) => {
    expect(costOf(() => parseAddresses(sign.repeat(1_000_000 / sign.length)))).toBeLessThan(5000);
  },
);

test.each([
  ["brackets", `Bo, A${"(".repeat(100_000)}< a@b`],
  ["full stops", `Bo, a@${".".repeat(100_000)}b`],
  ["signs", `Bo, a ${"@ ".repeat(50_000)}`],
])("a name before many %s takes no longer than its length", (_, text) => {
  expect(costOf(() => parseAddresses(text))).toBeLessThan(5000);
});

test("a link that never ends takes no longer than other text", () => {
  expect(parseAddresses(`[x](${"a".repeat(1_000_000)}`)).toHaveLength(1);
});

test.each([
  ["words", "a,"],
  ["lines", "a\n"],
  ["semicolons", "a;"],
  ["brackets", "<a>"],
])("more %s than people may be invited are not read to the end", (_, text) => {
  const most = 1_500_000;
  expect(parseAddresses(text.repeat(most / text.length))).toHaveLength(MOST_ROWS + 1);
  expect(costOf(() => parseAddresses(text.repeat(most / text.length)))).toBeLessThan(1500);
});

test("a name that goes on over many commas takes no longer than its length", () => {
  const text = `;${"a,".repeat(100_000)}`;
  expect(costOf(() => expect(parseAddresses(text)).toHaveLength(1))).toBeLessThan(1500);
});

test("an address that comes again thousands of times is still counted", () => {
  const [first, second, ...others] = parseAddresses("ana@x.example, ".repeat(MOST_ROWS + 500));
  expect(first).toMatchObject({ email: "ana@x.example" });
  expect(second).toMatchObject({ problem: "This address is in the list 10500 times. It is invited once." });
  expect(others).toEqual([]);
});
