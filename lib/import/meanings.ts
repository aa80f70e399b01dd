import { beside, entries, type Lexicon } from "./lexicon";

/** Whoever a heading with such a word is about, it is not the person of the row. */
const OTHER_PERSON =
  "manager managers supervisor boss assistant secretary spouse partner parent child emergency approver sponsor inviter creator created owner modified updated referrer reports vorgesetzter vorgesetzte chef fuhrungskraft notfall jefe supervisora responsable superior gestor gestora gerente chefe emergencia urgence";
const OTHER_THING =
  "account company organization organisation org department group team file domain location site bank project product plan center centre firma abteilung empresa departamento grupo entreprise societe departement groupe departamento phonetic yomi kana furigana maiden middle nick nickname previous former initials prefix suffix title phone mobile city street country state zip license licence sku image photo url webseite website birthday geburtsname";

/** The headings that people and programs give to what a list of people says of each of them, in five languages and some. */
export const meanings = {
  email: {
    entries: entries({
      1: "email|email address|mail|mail address|email id|emailadresse|mailadresse|emailadres|mailadres|email adresse|adresse email|adresse mail|adresse electronique|adresse de messagerie|courriel|mel|correo electronico|correo|direccion de correo electronico|direccion email|email profissional|correio eletronico|correio electronico|endereco de email|endereco email|posta elettronica|indirizzo email|epost|eposta|e posta|почта|электронная почта|эл почта|адрес электронной почты|メール|メールアドレス|邮箱|电子邮件|電子郵件|電郵|البريد|البريد الإلكتروني|이메일|email cim|primary smtp address|smtp address|emails|mails|email addresses|verified emails|verified email addresses",
      0.9: "courrier",
      0.6: "upn|user principal name|principal name|login|sign in name|benutzerprinzipalname|nombre principal de usuario|nom d'utilisateur principal|nome principal do utilizador|nome principal do usuario",
      0.5: "username|user name|user|login name|user id|benutzername|anmeldename|nombre de usuario|usuario|nom d'utilisateur|utilisateur|identifiant|nome de usuario|nome de utilizador|contact|proxy addresses",
    }),
    beside: beside({
      1: "1 value address adresse contact work business primary main corporate office official employee user member staff login login account id geschaftlich geschaftliche dienstlich dienstliche arbeit beruflich berufliche trabajo laboral corporativo corporativa profesional travail professionnel professionnelle pro principal principale trabalho profissional corporativo institutional institucional list",
      // The person's at work, or one that the whole company shares.
      0.95: "company firma empresa entreprise societe organization",
      0.3: "personal private home privat private privatadresse particular personnel personnelle pessoal domicile casa",
      0.2: "recovery secondary second alternate alternative alternativ alternativa alternatif backup other additional weitere secundario secundaria secondaire recuperacion recuperacao 2 proxy",
      0.15: "3 4 5 alt",
      // Nobody reads it any more.
      0.1: "previous old former ancien antiguo antigo fruhere alte vorherige anterior precedent precedente",
      0: `${OTHER_PERSON} type label display name status verified confirmed opt out subscribed subscription sent date time count domain format signature notifications bounce bounced reason invitation last server quota typ tipo billing phone`,
    }),
  },
  firstName: {
    entries: entries({
      1: "first name|given name|firstname|givenname|forename|vorname|prenom|primer nombre|nombre de pila|nombres|primeiro nome|nome proprio|voornaam|fornavn|fornamn|imie|first names|given names|nome di battesimo|الاسم الأول|名|ad|prenume|ονομα",
      0.8: "preferred name|rufname|known as|goes by|prenom usuel|legal first|preferred first",
      // With another word beside it, it is that one's: "First aider", "Last review".
      0.75: "first",
    }),
    beside: beside({
      1: "employee user member staff contact legal customer invitee mitarbeiter empleado employe funcionario colaborador",
      0.95: "preferred chosen",
      0: `${OTHER_PERSON} ${OTHER_THING} last surname family nachname nom name apellido apellidos sobrenome full login sign seen active activity used access contacted day date username id email`,
    }),
  },
  lastName: {
    entries: entries({
      1: "last name|lastname|surname|family name|familyname|nachname|familienname|zuname|nom de famille|apellido|apellidos|primer apellido|sobrenome|sobrenomes|apelido|apelidos|ultimo nome|cognome|achternaam|etternavn|efternamn|nazwisko|фамилия|sn|last names|surnames|اسم العائلة|姓|soyad|prijmeni|priezvisko|prezime|επωνυμο|прізвище",
      0.75: "last",
    }),
    beside: beside({
      1: "1 employee user member staff contact legal customer invitee mitarbeiter empleado employe funcionario colaborador",
      0.95: "preferred chosen",
      0.6: "second segundo 2",
      0: `${OTHER_PERSON} ${OTHER_THING} first given vorname prenom nombre full login sign sync seen active activity used access accessed contacted updated modified changed change opened ip day date username id email`,
    }),
  },
  fullName: {
    entries: entries({
      1: "full name|fullname|display name|displayname|first and last name|first name last name|last name first name|complete name|vollstandiger name|vor und nachname|vorname nachname|name vorname|anzeigename|nombre completo|nombre y apellidos|apellidos y nombre|nombre para mostrar|nom complet|nom et prenom|nom d'affichage|nome completo|nome e sobrenome|nome de exibicao|nome e apelido|фио|полное имя|姓名|氏名|名前|الاسم الكامل|نام|ad soyad|이름",
      0.8: "real name|legal name|employee name|contact name|member name|customer name|user full name|cn|mitarbeitername|name des mitarbeiters|nombre del empleado|nom de l'employe|nome do funcionario|nome do colaborador",
      0.6: "employee|worker|associate|payroll name|mitarbeiter|mitarbeiterin|empleado|empleada|employe|funcionario|colaborador|salarie|member|invitee|person|attendee|participant|teilnehmer|personne|persona|pessoa",
      0.4: "user name|user|contact|usuario|utilisateur|benutzer|utilizador",
    }),
    beside: beside({
      1: "employee user member staff contact legal customer last first",
      0: `${OTHER_PERSON} ${OTHER_THING} id number status email typ type role code login`,
    }),
  },
  /** Whom a company texts with, by what it calls them. Beside a colleague it would be somebody else. */
  customer: {
    entries: entries({
      0.8: "client|customer|guest|patient|student|tenant|resident|subscriber|recipient|donor|volunteer|lead|kunde|kundin|gast|patientin|schuler|mieter|cliente|paciente|alumno|alumna|huesped|inquilino|aluno|eleve|locataire|ansprechpartner|ansprechpartnerin",
    }),
    beside: beside({ 0: `${OTHER_PERSON} ${OTHER_THING} id number status email typ type since code` }),
  },
  /** "Nom" is a last name beside "Prénom", and the whole name where it stands alone. */
  anyName: {
    entries: entries({ 1: "name|nombre|nom|nome|naam|nazwa|имя|namn|navn|nome e cognome|الاسم|שם|jmeno" }),
    beside: beside({
      1: "employee user member staff customer client guest patient student tenant kunde kunden cliente paciente mitarbeiter empleado employe funcionario colaborador",
      0: `${OTHER_PERSON} ${OTHER_THING} id number status email first last given family sur username display type role host server user principal`,
    }),
  },
} satisfies Record<string, Lexicon>;

/** Never read, shown or kept. */
export const secrets: Lexicon = {
  entries: entries({
    1: "password|passwd|pwd|passwort|kennwort|contrasena|clave|mot de passe|mdp|senha|palavra passe|secret|pin|api key|token|пароль|passcode|passphrase|security answer|recovery answer|otp|wachtwoord|haslo|パスワード|密码|كلمة المرور",
  }),
  beside: new Map(),
};

/** What else lists of people say: by such a line one knows the headings, too. */
export const others: Lexicon = {
  entries: entries({
    1: "title|job title|position|department|phone|phone number|mobile|telephone|company|organization|city|country|state|location|office|office location|street address|postal code|zip|address|employee id|id|number|manager|hire date|start date|license|licenses|usage location|created|last login|last sign in|notes|birthday|gender|org unit path|cost center|abteilung|telefon|stadt|land|puesto|departamento|telefono|ciudad|poste|service|telephone|ville|cargo|departamento|telefone|cidade|personalnummer|alias|profile|time zone",
  }),
  beside: new Map(),
};
