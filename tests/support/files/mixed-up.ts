import type { Sample } from "./directories";

/** Lists that went through several programs, or through hands that are used to no table. */
export const MIXED_UP: Sample[] = [
  {
    from: "programs with line ends of their own",
    text: "Name,Email\r\nAna Silva,ana@x.example\nBo Li,bo@x.example\rCy Yo,cy@x.example",
    want: ["ana@x.example|Ana|Silva", "bo@x.example|Bo|Li", "cy@x.example|Cy|Yo"],
  },
  {
    from: "a heading with a separator, above one column",
    text: "Quem;Onde\nana@x.example\nbo@x.example\n",
    want: ["ana@x.example||", "bo@x.example||"],
  },
  {
    from: "a file that was pasted into one column",
    text: '"First Name,Last Name,Email"\n"Ana,Silva,ana@x.example"\n"Bo,""Li, Jr."",bo@x.example"\n',
    want: ["ana@x.example|Ana|Silva", "bo@x.example|Bo|Li, Jr."],
  },
  {
    from: "no headings, last names first",
    text: "Silva, Ana;ana@x.example\nLi, Bo;bo@x.example\n",
    want: ["ana@x.example|Ana|Silva", "bo@x.example|Bo|Li"],
  },
  {
    from: "somebody who draws tables",
    text: "| Name | Email |\n|------|:-----:|\n| Ana Silva | ana@x.example |\n",
    want: ["ana@x.example|Ana|Silva"],
  },
  {
    from: "two addresses in a cell, of somebody and of nobody",
    text: "Name,Email\nAna Silva,ana@x.example; ana@home.example\n,a@x.example / b@x.example\n",
    want: ["ana@x.example|Ana|Silva", "a@x.example|||2 addresses are in this cell. Give each a row of its own."],
  },
  {
    from: "Czech headings",
    text: "Jméno;Příjmení;E-mail\nŘehoř;Dvořák;r@x.example\n",
    want: ["r@x.example|Řehoř|Dvořák"],
  },
  {
    from: "tabs between last names first and addresses",
    text: "Silva, Ana\tana@x.example\nLi, Bo\tbo@x.example\n",
    want: ["ana@x.example|Ana|Silva", "bo@x.example|Bo|Li"],
  },
  {
    from: "a title that names a group's address",
    text: "Members for group team@x.example\nEmail address,Nickname,Group status,Email status\nana@x.example,Ana,member,\nbo@x.example,Bo,member,bounced\n",
    want: ["ana@x.example||", "bo@x.example||"],
    unread: ["Email status"],
  },
  {
    from: "somebody who notes something below",
    text: "Name,Email\nAna Silva,ana@x.example\n\nNotes:\nAsk hr@x.example for changes.\n",
    want: ["ana@x.example|Ana|Silva", "|Notes:||Enter an email address.", "|||Enter an email address."],
  },
  {
    from: "whole names beside what people are called",
    text: 'Employee Name,Preferred First Name,Email\n"Silva, Ana Maria",Ana,ana@x.example\n"Li, Robert",Bo,bo@x.example\n',
    want: ["ana@x.example|Ana Maria|Silva", "bo@x.example|Robert|Li"],
  },
  {
    from: "German, last and first names in one column",
    text: "Personalnummer;Name, Vorname;E-Mail dienstlich\n1;Groß, Jürgen;j@x.example\n2;Klee Ute;u@x.example\n",
    want: ["j@x.example|Jürgen|Groß", "u@x.example|Ute|Klee"],
  },
  {
    from: "a spreadsheet with errors for names, and headings in no case",
    text: "nAmE;sUrNaMe;e-MAIL\n#N/A;n/a;ana@x.example\nBo;-;bo@x.example\n",
    want: ["ana@x.example||", "bo@x.example|Bo|"],
  },
  {
    from: "Russian, whole names under the word for a name",
    text: "Имя;Почта\nАнна Петрова;a@x.example\n",
    want: ["a@x.example|Анна|Петрова"],
  },
  {
    from: "Greek headings",
    text: "Όνομα;Επώνυμο;Email\nΕλένη;Νικολάου;e@x.example\n",
    want: ["e@x.example|Ελένη|Νικολάου"],
  },
  {
    from: "people with titles and pronouns",
    text: 'Name;Email\n"Müller, Prof. Dr. Jörg";j@x.example\nFrau Dr. Zoë Groß;z@x.example\nAna Silva (she/her);ana@x.example\n"Li; Bo";bo@x.example\n',
    want: ["j@x.example|Jörg|Müller", "z@x.example|Zoë|Groß", "ana@x.example|Ana|Silva", "bo@x.example|Bo|Li"],
  },
];
