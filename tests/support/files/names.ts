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
  {
    from: "an HR program, what stands for no name",
    text: "Legal First Name,Preferred First Name,Last Name,Email\nAnnabel,N/A,Lee,a@x.example\nRobert,-,Li,b@x.example\nIda,none,Faro,i@x.example\nUte,Same,Klee,u@x.example\nTheodore,Ted,Roy,t@x.example\n",
    want: [
      "a@x.example|Annabel|Lee",
      "b@x.example|Robert|Li",
      "i@x.example|Ida|Faro",
      "u@x.example|Ute|Klee",
      "t@x.example|Ted|Roy",
    ],
  },
  {
    from: "an HR program, nobody of whom goes by another name",
    text: "Legal First Name,Preferred First Name,Last Name,Email\nAnnabel,N/A,Lee,a@x.example\nRobert,same as legal,Li,b@x.example\nIda,NA,Faro,i@x.example\n",
    want: ["a@x.example|Annabel|Lee", "b@x.example|Robert|Li", "i@x.example|Ida|Faro"],
    unread: ["Preferred First Name"],
  },
  {
    from: "an HR program, what stands for no last name",
    text: "First Name,Legal Last Name,Preferred Last Name,Email\nAnn,Lee,same as legal,a@x.example\nEve,Hu,n/a,e@x.example\nIda,Roy,Faro,i@x.example\n",
    want: ["a@x.example|Ann|Lee", "e@x.example|Eve|Hu", "i@x.example|Ida|Faro"],
  },
  {
    from: "an HR program, last names that are the same",
    text: "First Name,Last Name,Preferred Last Name,Email\nAnn,Lee,same as legal,a@x.example\nEve,Hu,n/a,e@x.example\n",
    want: ["a@x.example|Ann|Lee", "e@x.example|Eve|Hu"],
    unread: ["Preferred Last Name"],
  },
  {
    from: "an HR program, whole names that are mostly the same",
    text: "Legal Name,Preferred Name,Email\nAnnabel Lee,Ann,a@x.example\nRobert Li,Same as legal name,b@x.example\nIda Faro,Not applicable,i@x.example\n",
    want: ["a@x.example|Ann|Lee", "b@x.example|Robert|Li", "i@x.example|Ida|Faro"],
  },
  {
    from: "Germany, names of the married",
    text: "Vorname;Nachname;Ehename;E-Mail\nAnna;Weber;-;a@x.example\nUte;Klee;keine;u@x.example\nEva;Koch;Groß;e@x.example\nIna;Roth;wie oben;i@x.example\n",
    want: ["a@x.example|Anna|Weber", "u@x.example|Ute|Klee", "e@x.example|Eva|Groß", "i@x.example|Ina|Roth"],
  },
  {
    from: "Germany, names of the married, of which there are none",
    text: "Vorname;Nachname;Ehename;E-Mail\nAnna;Weber;-;a@x.example\nUte;Klee;keine;u@x.example\n",
    want: ["a@x.example|Anna|Weber", "u@x.example|Ute|Klee"],
    unread: ["Ehename"],
  },
  {
    from: "Spain, names of the married, where they have one",
    text: "Nombre,Apellido de soltera,Apellido de casada,Correo\nAna,Ruiz,ninguno,a@x.example\nEva,Gil,No aplica,e@x.example\nIsa,Paz,Lopez,i@x.example\nSol,Mar,ídem,s@x.example\n",
    want: ["a@x.example|Ana|Ruiz", "e@x.example|Eva|Gil", "i@x.example|Isa|Lopez", "s@x.example|Sol|Mar"],
  },
  {
    from: "France, names of use, where they have one",
    text: "Nom de naissance;Nom d'usage;Prénom;Email\nDurand;idem;Claire;c@x.example\nPetit;Aucun;Luc;l@x.example\nRoy;Blanc;Eve;e@x.example\nBel;néant;Zoé;z@x.example\n",
    want: ["c@x.example|Claire|Durand", "l@x.example|Luc|Petit", "e@x.example|Eve|Blanc", "z@x.example|Zoé|Bel"],
  },
  {
    from: "Brazil, names that people chose, where they did",
    text: "Nome civil;Nome social;E-mail\nJoão Costa;Joana Costa;j@x.example\nRui Reis;Não possui;r@x.example\nAna Dias;nenhum;a@x.example\n",
    want: ["j@x.example|Joana|Costa", "r@x.example|Rui|Reis", "a@x.example|Ana|Dias"],
  },
  {
    from: "somebody who asked whether people took another name",
    text: "First Name,Last Name,Married Name,Email\nAna,Silva,Yes,a@x.example\nEve,Hu,No,e@x.example\n",
    want: ["a@x.example|Ana|Silva", "e@x.example|Eve|Hu"],
    unread: ["Married Name"],
  },
  {
    from: "somebody who asked so and knows no last name",
    text: "First Name,Married Name,Email\nAna,Yes,a@x.example\nEve,No,e@x.example\n",
    want: ["a@x.example|Ana|", "e@x.example|Eve|"],
    unread: ["Married Name"],
  },
  {
    from: "France, where that was asked",
    text: "Prénom;Nom marital;Email\nClaire;Oui;c@x.example\nLuc;Non;l@x.example\n",
    want: ["c@x.example|Claire|", "l@x.example|Luc|"],
    unread: ["Nom marital"],
  },
  {
    from: "Brazil, where that was asked",
    text: "Nome;Sobrenome;Nome de casada;E-mail\nAna;Costa;Sim;a@x.example\nRui;Reis;Não;r@x.example\n",
    want: ["a@x.example|Ana|Costa", "r@x.example|Rui|Reis"],
    unread: ["Nome de casada"],
  },
  {
    from: "Spain, where that was asked in letters",
    text: "Nombre,Apellidos,Apellido de casada,Correo\nAna,Ruiz,S,a@x.example\nEva,Gil,N,e@x.example\n",
    want: ["a@x.example|Ana|Ruiz", "e@x.example|Eva|Gil"],
    unread: ["Apellido de casada"],
  },
  {
    from: "somebody who wrote no where there is no other name",
    text: "First Name,Maiden Name,Married Name,Email\nAnn,Lee,Park,a@x.example\nEve,Hu,No,e@x.example\n",
    want: ["a@x.example|Ann|Park", "e@x.example|Eve|Hu"],
  },
  {
    from: "people who are called like such words",
    text: "Legal First Name,Known As,Last Name,Email\nSimon,Si,Blank,s@x.example\nJames,J,Na,j@x.example\nNil,,Null,n@x.example\nTheodore,Ted,Same Asante,t@x.example\n",
    want: ["s@x.example|Si|Blank", "j@x.example|J|Na", "n@x.example|Nil|Null", "t@x.example|Ted|Same Asante"],
  },
  {
    from: "people who are called like words for none, and have no other name",
    text: "First Name,Last Name,Email\nBeth,Ditto,b@x.example\nK.A.,Abraham,k@x.example\nJo,K. A.,j@x.example\nN.A.,Stone,n@x.example\nN.D.,Null,d@x.example\nSame,Keiner,s@x.example\nIdem,None,i@x.example\nnone,n/a,a@x.example\nEve,keine,e@x.example\n#N/A,–,x@x.example\nIgual,Neant,g@x.example\n",
    want: [
      "b@x.example|Beth|Ditto",
      "k@x.example|K.A.|Abraham",
      "j@x.example|Jo|K. A.",
      "n@x.example|N.A.|Stone",
      "d@x.example|N.D.|Null",
      "s@x.example|Same|Keiner",
      "i@x.example|Idem|None",
      "a@x.example|none|",
      "e@x.example|Eve|keine",
      "x@x.example||",
      "g@x.example|Igual|Neant",
    ],
  },
  {
    from: "people who have nothing but such a name",
    text: "Name,Email\nSame,s@x.example\nKeiner,k@x.example\nDitto,d@x.example\nNo Hay,h@x.example\n?,q@x.example\n",
    want: ["s@x.example|Same|", "k@x.example|Keiner|", "d@x.example|Ditto|", "h@x.example|No|Hay", "q@x.example||"],
  },
  {
    from: "our own, with such names",
    text: "Email,First Name,Last Name,Role,Products,Lines\nb@x.example,Beth,Ditto,,,\nk@x.example,K.A.,Abraham,,,\n",
    want: ["b@x.example|Beth|Ditto", "k@x.example|K.A.|Abraham"],
  },
  {
    from: "people with short names under short headings",
    text: "First,Last,Email\nJ,S,j@x.example\nNo,S,n@x.example\n",
    want: ["j@x.example|J|S", "n@x.example|No|S"],
  },
  {
    from: "people who married, or not, one of whom is called so",
    text: "First Name,Maiden Name,Married Name,Email\nBeth,Patterson,Ditto,b@x.example\nEve,,Ditto,e@x.example\nIda,Ditto,,i@x.example\nAnn,Lee,Park,a@x.example\n",
    want: ["b@x.example|Beth|Patterson", "e@x.example|Eve|Ditto", "i@x.example|Ida|Ditto", "a@x.example|Ann|Park"],
  },
  {
    from: "people known as such a word, which is their last name",
    text: "Legal Name,Known As,Email\nBeth Ditto,Ditto,b@x.example\nNed Lee,same as legal name,n@x.example\n",
    want: ["b@x.example|Beth|Ditto", "n@x.example|Ned|Lee"],
  },
  {
    from: "people whose only last name is one of birth, and such a word",
    text: "First Name,Maiden Name,Email\nBeth,Ditto,b@x.example\n",
    want: ["b@x.example|Beth|Ditto"],
  },
  {
    from: "somebody whose two parts say none, where the whole name stands beside",
    text: "First Name,Last Name,Full Name,Email\nnone,none,Ana Silva,a@x.example\nNo,,No Kim,n@x.example\nEve,Hu,Eve Hu,e@x.example\n",
    want: ["a@x.example|Ana|Silva", "n@x.example|No|Kim", "e@x.example|Eve|Hu"],
  },
  ...["Sí", "Sim", "Ja", "Dito", "Gleich", "Igual", "s.o.", "geen", "nvt", "TBD", "K.A.", "N.A.", "NA", "Same"].map(
    (word) => ({
      from: `somebody who wrote ${word} beside a name of birth`,
      text: `First Name,Maiden Name,Married Name,Email\nAnn,Lee,Park,a@x.example\nEve,Hu,${word},e@x.example\n`,
      want: ["a@x.example|Ann|Park", "e@x.example|Eve|Hu"],
    }),
  ),
];
