import type { Sample } from "./directories";

/** Lists with two names of everybody, where they go by one of them, and some have only the other. */
export const NAMES: Sample[] = [
  {
    from: "France, names of birth and of use",
    text: "Nom de naissance;Nom d'usage;Prénom;Email\nDurand;Martin;Claire;c@x.example\nPetit;;Luc;l@x.example\n",
    want: ["c@x.example|Claire|Martin", "l@x.example|Luc|Petit"],
  },
  {
    from: "France, names of use before those of birth",
    text: "Nom d’usage;Nom de famille;Prénom;Email\nMartin;Durand;Claire;c@x.example\n;Petit;Luc;l@x.example\n",
    want: ["c@x.example|Claire|Martin", "l@x.example|Luc|Petit"],
  },
  {
    from: "France, names of birth alone",
    text: "Nom de naissance;Prénom;Email\nDurand;Claire;c@x.example\n",
    want: ["c@x.example|Claire|Durand"],
  },
  {
    from: "France, names of husbands",
    text: "Nom de jeune fille;Nom marital;Prénom;Email\nDurand;Martin;Claire;c@x.example\nRoy;;Eve;e@x.example\n",
    want: ["c@x.example|Claire|Martin", "e@x.example|Eve|Roy"],
  },
  {
    from: "Germany, names of birth",
    text: "Geburtsname;Nachname;Vorname;E-Mail\nSchmidt;Weber;Anna;a@x.example\nKoch;;Jan;j@x.example\n",
    want: ["a@x.example|Anna|Weber", "j@x.example|Jan|Koch"],
  },
  {
    from: "Germany, whole names beside those of birth",
    text: "Name;Geburtsname;E-Mail\nAnna Weber;Schmidt;a@x.example\nJan Koch;;j@x.example\n",
    want: ["a@x.example|Anna|Weber", "j@x.example|Jan|Koch"],
    unread: ["Geburtsname"],
  },
  {
    from: "Spain, names of women before and after",
    text: "Nombre,Apellido de soltera,Apellido de casada,Correo\nAna,Ruiz,Lopez,a@x.example\nEva,Gil,,e@x.example\n",
    want: ["a@x.example|Ana|Lopez", "e@x.example|Eva|Gil"],
  },
  {
    from: "Brazil, names that people chose",
    text: "Nome civil;Nome social;E-mail\nJoão Costa;Joana Costa;j@x.example\nRui Reis;;r@x.example\n",
    want: ["j@x.example|Joana|Costa", "r@x.example|Rui|Reis"],
  },
  {
    from: "Brazil, names of before",
    text: "Nome;Nome de solteira;Sobrenome;E-mail\nAna;Silva;Costa;a@x.example\n",
    want: ["a@x.example|Ana|Costa"],
    unread: ["Nome de solteira"],
  },
  {
    from: "an HR program, whole names of both kinds",
    text: "Legal Name,Preferred Name,Email\nAnnabel Lee,Ann Park,ann@x.example\nRobert Li,,bo@x.example\n",
    want: ["ann@x.example|Ann|Park", "bo@x.example|Robert|Li"],
  },
  {
    from: "an HR program, what people are known as",
    text: 'Legal Name,Known As,Email\n"Lee, Annabel",Ann,ann@x.example\nRobert Li,,bo@x.example\n',
    want: ["ann@x.example|Ann|Lee", "bo@x.example|Robert|Li"],
  },
  {
    from: "an HR program, legal first names",
    text: "Legal First Name,Preferred First Name,Last Name,Email\nAnnabel,Ann,Lee,ann@x.example\nRobert,,Li,bo@x.example\n",
    want: ["ann@x.example|Ann|Lee", "bo@x.example|Robert|Li"],
  },
  {
    from: "an HR program, whole names beside legal parts",
    text: "Worker,Legal First Name,Legal Last Name,Preferred Name,Email\nRobert Stone,Robert,Stone,Bob Stone,bob@x.example\nIda Faro,Ida,Faro,,ida@x.example\n",
    want: ["bob@x.example|Bob|Stone", "ida@x.example|Ida|Faro"],
  },
  {
    from: "somebody with two first names under a short heading",
    text: "First,Last,Email\nAna Maria,Silva,a@x.example\n",
    want: ["a@x.example|Ana Maria|Silva"],
  },
  {
    from: "somebody whose first name is what they are called, too",
    text: "First Name,Known As,Last Name,Email\nAnnabel,Ann,Lee,ann@x.example\n",
    want: ["ann@x.example|Annabel|Lee"],
    unread: ["Known As"],
  },
  {
    from: "somebody who married",
    text: "First Name,Maiden Name,Married Name,Email\nAnn,Lee,Park,ann@x.example\nEve,Hu,,eve@x.example\n",
    want: ["ann@x.example|Ann|Park", "eve@x.example|Eve|Hu"],
  },
];
