import type { Sample } from "./directories";

/** Lists that somebody made themself, in their language and with their program's habits. */
export const SPREADSHEETS: Sample[] = [
  {
    from: "German, semicolons",
    text: "Vorname;Nachname;E-Mail-Adresse;Status\r\nJürgen;Groß;j@cedar.example;Aktiv\r\nUte;Klee;u@cedar.example;Ausgeschieden\r\n",
    want: ["j@cedar.example|Jürgen|Groß", "u@cedar.example|Ute|Klee|left"],
  },
  {
    from: "German, last name first and a day of leaving",
    text: "Name;Vorname;E-Mail (geschäftlich);E-Mail (privat);Vorgesetzter E-Mail;Austrittsdatum\nGroß;Jürgen;j@cedar.example;j@home.example;chef@cedar.example;31.12.2024\nKlee;Ute;u@cedar.example;u@home.example;chef@cedar.example;\n",
    want: ["j@cedar.example|Jürgen|Groß|left", "u@cedar.example|Ute|Klee"],
  },
  {
    from: "French",
    text: "Nom;Prénom;Adresse e-mail;Actif\nLefèvre;René;r@cedar.example;Oui\nBlanc;Zoé;z@cedar.example;Non\n",
    want: ["r@cedar.example|René|Lefèvre", "z@cedar.example|Zoé|Blanc|left"],
  },
  {
    from: "French, whole names with shouted last ones",
    text: "Nom Prénom\tCourriel\nDUPONT Marie\tm@cedar.example\nLE GOFF Yann\ty@cedar.example\n",
    want: ["m@cedar.example|Marie|DUPONT", "y@cedar.example|Yann|LE GOFF"],
  },
  {
    from: "no headings, and two addresses in a cell",
    text: "Ana,Silva,ana@cedar.example;ana@home.example\nBo,Li,bo@cedar.example;bo@home.example\n",
    want: ["ana@cedar.example|Ana|Silva", "bo@cedar.example|Bo|Li"],
  },
  {
    from: "Spanish",
    text: "Nombre;Apellidos;Correo electrónico;Estado\nÍñigo;Núñez García;i@cedar.example;Activo\nEva;Paz;e@cedar.example;De baja\n",
    want: ["i@cedar.example|Íñigo|Núñez García", "e@cedar.example|Eva|Paz|left"],
  },
  {
    from: "Spanish, whole names",
    text: "Nombre completo,Correo corporativo,Correo del jefe,Fecha de baja\nMaría José de la Cruz,m@cedar.example,jefe@cedar.example,\nEva Paz,e@cedar.example,jefe@cedar.example,03/02/2024\n",
    want: ["m@cedar.example|María José|de la Cruz", "e@cedar.example|Eva|Paz|left"],
  },
  {
    from: "Portuguese",
    text: "Nome,Sobrenome,E-mail,Situação\nJoão,Gonçalves,j@cedar.example,Ativo\nRui,Mar,r@cedar.example,Desligado\n",
    want: ["j@cedar.example|João|Gonçalves", "r@cedar.example|Rui|Mar|left"],
  },
  {
    from: "Portuguese, whole names",
    text: "Nome completo\tCorreio eletrónico\nJoão dos Santos\tj@cedar.example\n",
    want: ["j@cedar.example|João|dos Santos"],
  },
  {
    from: "a title, an empty line, then headings",
    text: 'Staff list of Cedar Dental,,\n,,\nName,Email ID,Location\n"Li, Bo",bo@cedar.example,Oakland\nSuharto,su@cedar.example,Oakland\n',
    want: ["bo@cedar.example|Bo|Li", "su@cedar.example|Suharto|"],
    unread: ["Location"],
  },
  {
    from: "a separator named in its first line",
    text: "sep=;\r\nEmail;Name\r\na@x.example;Ana Silva\r\n",
    want: ["a@x.example|Ana|Silva"],
  },
  {
    from: "surname, mail, givenName",
    text: "surname,mail,givenName\nFaro,ines@x.example,Ines\n",
    want: ["ines@x.example|Ines|Faro"],
  },
  {
    from: "no headings",
    text: "Ana Silva;ana@cedar.example;Oslo\nBo Li;bo@cedar.example;Rome\n",
    want: ["ana@cedar.example|Ana|Silva", "bo@cedar.example|Bo|Li"],
  },
  {
    from: "headings that nobody knows",
    text: "Contacto;Quem\nana@x.example;Ana\nben@x.example;Ben\n",
    want: ["ana@x.example||", "ben@x.example||"],
  },
  {
    from: "names within the cells of addresses",
    text: "Email\nCy Young <cy@cedar.example>\nmailto:bo@x.example\nida@x.example (Ida Faro)\n",
    want: ["cy@cedar.example|Cy|Young", "bo@x.example||", "ida@x.example|Ida|Faro"],
  },
  {
    from: "a user name that is an address",
    text: "User Name,Full Name,Is Active\nana@x.example,Ana Silva,Yes\nbo@x.example,Bo Li,No\n",
    want: ["ana@x.example|Ana|Silva", "bo@x.example|Bo|Li|left"],
  },
  {
    from: "only addresses of home",
    text: "Name,Personal Email\nAna Silva,ana@home.example\n",
    want: ["ana@home.example|Ana|Silva"],
  },
  {
    from: "stars and capitals",
    text: "FIRST NAME*,LAST NAME*,E-MAIL ADDRESS* (required)\nAna,Silva,ana@x.example\n",
    want: ["ana@x.example|Ana|Silva"],
  },
  {
    from: "a day of leaving and a state that differ",
    text: "Email,Name,Status,Deleted at\na@x.example,Ana Silva,active,\nb@x.example,Bo Li,active,2024-05-01T10:00:00Z\n",
    want: ["a@x.example|Ana|Silva", "b@x.example|Bo|Li|left"],
  },
  {
    from: "a state that nothing names",
    text: "mail;vorname;nachname;info\na@x.example;Ana;Silva;aktiv\nb@x.example;Bo;Li;deaktiviert\n",
    want: ["a@x.example|Ana|Silva", "b@x.example|Bo|Li|left"],
  },
];

const windows = (text: string, bytes: Record<string, number>) =>
  Buffer.from([...text].map((sign) => bytes[sign] ?? sign.charCodeAt(0)));

/** Letters in the order in which an alphabet has them from a byte on. */
const from = (start: number, letters: string) =>
  Object.fromEntries([...letters].map((letter, at) => [letter, start + at]));

const CYRILLIC = from(0xc0, "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя");
const CENTRAL = { Ł: 0xa3, ł: 0xb3, Ż: 0xaf, ż: 0xbf, ó: 0xf3, ś: 0x9c, ń: 0xf1, ą: 0xb9, ę: 0xea, ć: 0xe6, ź: 0x9f };
const TURKISH = { Ş: 0xde, ş: 0xfe, ı: 0xfd, ğ: 0xf0, İ: 0xdd, Ö: 0xd6, ö: 0xf6, ü: 0xfc, ç: 0xe7, Ç: 0xc7 };
const MAC = { é: 0x8e, è: 0x8f, ü: 0x9f, ñ: 0x96, ö: 0x9a, ç: 0x8d, ë: 0x91 };
const DOS = { ü: 0x81, ä: 0x84, ß: 0xe1 };
const DOS_CENTRAL = { Ł: 0x9d, ł: 0x88, Ż: 0xbd, ó: 0xa2 };

/** Files that say nothing of their alphabet, and those that do in their own way. */
export const ALPHABETS: Sample[] = [
  {
    from: "Windows, Cyrillic",
    text: windows("Имя;Фамилия;Почта\nАнна;Петрова;anna@cedar.example\nИван;Щукин;ivan@cedar.example\n", CYRILLIC),
    want: ["anna@cedar.example|Анна|Петрова", "ivan@cedar.example|Иван|Щукин"],
  },
  {
    from: "Windows, Central Europe",
    text: windows(
      "First name;Last name;Email\nŁukasz;Żółw;l@cedar.example\nPaweł;Dąbrowski;p@cedar.example\n",
      CENTRAL,
    ),
    want: ["l@cedar.example|Łukasz|Żółw", "p@cedar.example|Paweł|Dąbrowski"],
  },
  {
    from: "Windows, Turkish",
    text: windows(
      "Name,Email\nŞule Yıldız,s@cedar.example\nÇağrı Gün,c@cedar.example\nİbrahim Öztürk,i@cedar.example\n",
      TURKISH,
    ),
    want: ["s@cedar.example|Şule|Yıldız", "c@cedar.example|Çağrı|Gün", "i@cedar.example|İbrahim|Öztürk"],
  },
  {
    from: "Windows, Western",
    text: Buffer.from(
      "Vorname;Nachname;E-Mail\nJ\xfcrgen;Gro\xdf;j@cedar.example\nZo\xeb;Lef\xe8vre;z@cedar.example\nSi\xe2n;O\x92Neill;s@cedar.example\n",
      "latin1",
    ),
    want: ["j@cedar.example|Jürgen|Groß", "z@cedar.example|Zoë|Lefèvre", "s@cedar.example|Siân|O’Neill"],
  },
  {
    from: "Windows, French headings above few such letters",
    text: Buffer.from(
      "Nom;Prénom;Email professionnel;Statut\nDUPONT;Marie;m@h.example;En poste\nPETIT;Ève;e@h.example;En congé maternité\n",
      "latin1",
    ),
    want: ["m@h.example|Marie|DUPONT", "e@h.example|Ève|PETIT"],
  },
  {
    from: "Windows, Central Europe under German headings",
    text: windows(
      "Vorname;Nachname;E-Mail\nŁukasz;Żółw;l@cedar.example\nMałgorzata;Kamińska;m@cedar.example\n",
      CENTRAL,
    ),
    want: ["l@cedar.example|Łukasz|Żółw", "m@cedar.example|Małgorzata|Kamińska"],
  },
  {
    from: "an old Mac",
    text: windows(
      "First name,Last name,Email\rZoë,Müller,z@cedar.example\rRené,Lefèvre,r@cedar.example\rPeña,Núñez,p@cedar.example\r".replaceAll(
        "ú",
        "u",
      ),
      MAC,
    ),
    want: ["z@cedar.example|Zoë|Müller", "r@cedar.example|René|Lefèvre", "p@cedar.example|Peña|Nuñez"],
  },
  {
    from: "an old Mac, tabs between the cells",
    text: windows("Prénom\tNom\tCourriel\rZoë\tLefèvre\tz@cedar.example\rFrançois\tNoël\tf@cedar.example\r", MAC),
    want: ["z@cedar.example|Zoë|Lefèvre", "f@cedar.example|François|Noël"],
  },
  {
    from: "DOS, Western",
    text: windows("Name;Vorname;E-Mail\nMüller;Jürgen;j@cedar.example\nGroß;Bärbel;b@cedar.example\n", DOS),
    want: ["j@cedar.example|Jürgen|Müller", "b@cedar.example|Bärbel|Groß"],
  },
  {
    from: "DOS, Central Europe",
    text: windows("Name;Email\nŁukasz Żółw;l@cedar.example\nPaweł Żak;p@cedar.example\n", DOS_CENTRAL),
    want: ["l@cedar.example|Łukasz|Żółw", "p@cedar.example|Paweł|Żak"],
  },
  {
    from: "Japanese, Shift-JIS",
    text: Buffer.concat([
      Buffer.from("name,email\n"),
      Buffer.from("8e5293639 1be9859".replace(" ", ""), "hex"),
      Buffer.from(",y@cedar.example\n"),
    ]),
    want: ["y@cedar.example|山田太郎|"],
  },
  {
    from: "UTF-16 with its mark",
    text: Buffer.from("\ufeffFirst name\tLast name\tEmail\r\nZoë\tMüller\tz@x.example\r\n", "utf16le"),
    want: ["z@x.example|Zoë|Müller"],
  },
  {
    from: "UTF-16 without",
    text: Buffer.from("First name\tLast name\tEmail\r\nАнна\tПетрова\tz@x.example\r\n", "utf16le"),
    want: ["z@x.example|Анна|Петрова"],
  },
  {
    from: "UTF-16 the other way round",
    text: Buffer.from("\ufeffName;Email\nŁukasz Żółw;z@x.example\n", "utf16le").swap16(),
    want: ["z@x.example|Łukasz|Żółw"],
  },
  { from: "UTF-8 with its mark", text: "\ufeffName,Email\nZoë Müller,z@x.example\n", want: ["z@x.example|Zoë|Müller"] },
];
