import type { Sample } from "./directories";

/** Lists of accounts, which say of each what is switched on and off, and files that were put together or typed by hand. */
export const ACCOUNTS: Sample[] = [
  {
    from: "Active Directory, as PowerShell writes it",
    text: Buffer.from(
      '\ufeff#TYPE Microsoft.ActiveDirectory.Management.ADUser\r\n"DistinguishedName","Enabled","GivenName","Name","SamAccountName","Surname","UserPrincipalName","AccountExpirationDate"\r\n"CN=Ana Silva,OU=Sales,DC=cedar","True","Ana","Ana Silva","asilva","Silva","ana@cedar.example",""\r\n"CN=Bo Li,DC=cedar","False","Bo","Bo Li","bli","Li","bo@cedar.example",""\r\n"CN=Cy Yo,DC=cedar","True","Cy","Cy Yo","cyo","Yo","cy@cedar.example","1/31/2024 12:00:00 AM"\r\n',
      "utf16le",
    ),
    want: ["ana@cedar.example|Ana|Silva", "bo@cedar.example|Bo|Li|left", "cy@cedar.example|Cy|Yo|left"],
    unread: ["SamAccountName", "DistinguishedName", "Name"],
  },
  {
    from: "a directory, with its bits",
    text: 'DN,cn,sn,givenName,mail,userAccountControl\n"CN=Ana Silva,DC=cedar",Ana Silva,Silva,Ana,ana@cedar.example,512\n"CN=Bo Li,DC=cedar",Bo Li,Li,Bo,bo@cedar.example,66050\n',
    want: ["ana@cedar.example|Ana|Silva", "bo@cedar.example|Bo|Li|left"],
  },
  {
    from: "Entra, the members of a group",
    text: "id,userPrincipalName,displayName,objectType,userType\n1,ana@cedar.example,Ana Silva,User,Member\n2,bo_li_partner.example#EXT#@cedar.example,Bo Li,User,Guest\n",
    want: ["ana@cedar.example|Ana|Silva", "bo_li@partner.example|Bo|Li"],
  },
  {
    from: "Salesforce, headings in capitals",
    text: '"FIRSTNAME","LASTNAME","USERNAME","EMAIL","ISACTIVE"\n"Ana","Silva","ana@cedar.example.prod","ana@cedar.example","true"\n"Bo","Li","bo@cedar.example.prod","bo@cedar.example","false"\n',
    want: ["ana@cedar.example|Ana|Silva", "bo@cedar.example|Bo|Li|left"],
    unread: ["USERNAME"],
  },
  {
    from: "GitHub, its members",
    text: "login,name,tfa_enabled,is_public,ProfileEmail,VerifiedEmails\nanas,Ana Silva,true,false,ana@home.example,ana@cedar.example\nbol,Bo Li,false,false,,bo@cedar.example\n",
    want: ["ana@cedar.example|Ana|Silva", "bo@cedar.example|Bo|Li"],
    unread: ["ProfileEmail", "tfa_enabled"],
  },
  {
    from: "Dropbox",
    text: "Member,Email,Status,Joined on,Two-step verification,Has 2FA\nAna Silva,ana@cedar.example,Active,2020-01-01,Disabled,No\nBo Li,bo@cedar.example,Suspended,2020-01-01,Enabled,Yes\n",
    want: ["ana@cedar.example|Ana|Silva", "bo@cedar.example|Bo|Li|left"],
    unread: ["Two-step verification"],
  },
  {
    from: "1Password",
    text: "Name,Email,State,Type,Two-Factor\nAna Silva,ana@cedar.example,ACTIVE,MEMBER,disabled\nBo Li,bo@cedar.example,SUSPENDED,MEMBER,enabled\n",
    want: ["ana@cedar.example|Ana|Silva", "bo@cedar.example|Bo|Li|left"],
    unread: ["Two-Factor"],
  },
  {
    from: "Zoom, its telephones",
    text: "Name,Email,Phone Number,International calling,SMS,Voicemail\nAna Silva,ana@cedar.example,+14155550101,Blocked,Disabled,Enabled\nBo Li,bo@cedar.example,+14155550102,Allowed,Enabled,Disabled\n",
    want: ["ana@cedar.example|Ana|Silva", "bo@cedar.example|Bo|Li"],
    unread: ["International calling", "SMS", "Voicemail"],
  },
  {
    from: "Workday, legal names beside chosen ones",
    text: "All Active Workers\n\nWorker,Preferred Name - First Name,Preferred Name - Last Name,Legal Name - First Name,Legal Name - Last Name,Email - Primary Work,Active Status\nAna Lima,Ana,Lima,Ana María,Silva,ana@cedar.example,Yes\nBo Li (Terminated),Bo,Li,Robert,Li,bo@cedar.example,No\n",
    want: ["ana@cedar.example|Ana|Lima", "bo@cedar.example|Bo|Li|left"],
  },
  {
    from: "two files, one below the other",
    text: "\ufeffName,Email\nAna Silva,ana@x.example\n\ufeffName,Email\nBo Li,bo@x.example\n",
    want: ["ana@x.example|Ana|Silva", "bo@x.example|Bo|Li"],
  },
  {
    from: "two programs, of which one writes no UTF-8",
    text: Buffer.concat([
      Buffer.from("\ufeffName,Email\nZoë Müller,z@x.example\nŁukasz Żółw,l@x.example\nÇağrı Gün,c@x.example\n"),
      Buffer.from("Ren\xe9 Lef\xe8vre,r@x.example\nJ\xfcrgen O\x92Neill,j@x.example\n", "latin1"),
    ]),
    want: [
      "z@x.example|Zoë|Müller",
      "l@x.example|Łukasz|Żółw",
      "c@x.example|Çağrı|Gün",
      "r@x.example|René|Lefèvre",
      "j@x.example|Jürgen|O’Neill",
    ],
  },
  {
    from: "a text processor's quotation marks",
    text: "“Name”,“Email”\n“Silva, Ana”,“ana@x.example”\n“Bo ‘Bobby’ Li”,“bo@x.example”\n",
    want: ["ana@x.example|Ana|Silva", "bo@x.example|Bo|‘Bobby’ Li"],
  },
  {
    from: "a programmer's quotation marks",
    text: "'Name';'Email'\n'Ana O'Neill';'ana@x.example'\n",
    want: ["ana@x.example|Ana|O'Neill"],
  },
  {
    from: "an office with helpers",
    text: "Name,Email,First aider,Last review\nAna Silva,ana@x.example,Yes,Good\nBo Li,bo@x.example,No,Fair\n",
    want: ["ana@x.example|Ana|Silva", "bo@x.example|Bo|Li"],
    unread: ["First aider", "Last review"],
  },
  {
    from: "somebody who held a key down",
    text: "Name,Email\nMARIA Lopez,m@x.example\n",
    want: ["m@x.example|MARIA|Lopez"],
  },
  {
    from: "two people, one of them shouted",
    text: "Name,Email\nDUPONT Marie,marie.dupont@x.example\nAna Silva,ana@x.example\n",
    want: ["marie.dupont@x.example|Marie|DUPONT", "ana@x.example|Ana|Silva"],
  },
  {
    from: "Spain, shouted last names behind",
    text: "Nombre,Correo\nAna María GARCÍA LÓPEZ,a@x.example\nMary Ann Lee CEO,m@x.example\n",
    want: ["a@x.example|Ana María|GARCÍA LÓPEZ", "m@x.example|Mary|Ann Lee CEO"],
  },
  {
    from: "Entra, of whom some have no mailbox",
    text: "userPrincipalName,displayName,surname,mail,givenName,userType,accountEnabled\nana@cedar.example,Ana Silva,Silva,ana.silva@cedar.example,Ana,Member,true\nbo_home.example#EXT#@cedar.example,Bo Li,,bo@home.example,,Guest,true\ncy@cedar.example,Cy Yo,Yo,,Cy,Member,true\n",
    want: ["ana.silva@cedar.example|Ana|Silva", "bo@home.example|Bo|Li", "cy@cedar.example|Cy|Yo"],
  },
  {
    from: "Outlook, German, with addresses of home",
    text: '"Vorname","Nachname","E-Mail-Adresse","E-Mail: Angezeigter Name","E-Mail 2: Adresse","Frühere E-Mail"\n"Zoë","Müller","zoe@cedar.example","Zoë (zoe@cedar.example)","zoe@home.example",""\n"Jörg","Groß","k.A.","","joerg@home.example",""\n"Ute","Klee","","","","ute@old.example"\n"Bo","Li","bo","","bo@home.example",""\n',
    want: [
      "zoe@cedar.example|Zoë|Müller",
      "joerg@home.example|Jörg|Groß",
      "|Ute|Klee|Enter an email address.",
      "bo|Bo|Li|That doesn't look like an email address. Write it like name@example.com.",
    ],
    unread: ["E-Mail: Angezeigter Name", "Frühere E-Mail"],
  },
  {
    from: "Zoom, with rights of its own",
    text: "Email,First Name,Last Name,User Status,Role\nana@cedar.example,Ana,Silva,Active,Owner\nbo@cedar.example,Bo,Li,Deactivated,Member\ncy@cedar.example,Cy,Yo,Active,Admin\n",
    want: ["ana@cedar.example|Ana|Silva", "bo@cedar.example|Bo|Li|left", "cy@cedar.example|Cy|Yo"],
    unread: ["Role"],
  },
  {
    from: "a web page, its signs and its addresses in disguise",
    text: "Name;Email\nJos&eacute; M&#252;ller;&lt;jose@cedar.example&gt;\nBo Li;bo [at] cedar [dot] example\nCy Yo;&#99;y@cedar.example\n",
    want: ["jose@cedar.example|José|Müller", "bo@cedar.example|Bo|Li", "cy@cedar.example|Cy|Yo"],
  },
  {
    from: "Outlook, of a colleague the path in Exchange",
    text: "First Name,Last Name,E-mail Address,E-mail Type,E-mail 2 Address\nAna,Silva,ana@cedar.example,SMTP,\nBo,Li,/o=ExchangeLabs/ou=Exchange Administrative Group/cn=Recipients/cn=bo,EX,bo@home.example\n",
    want: ["ana@cedar.example|Ana|Silva", "bo@home.example|Bo|Li"],
  },
  {
    from: "Exchange, all that can get mail",
    text: "Display Name,Primary SMTP Address,Recipient Type Details\nAna Silva,ana@cedar.example,UserMailbox\nAll,all@cedar.example,MailUniversalDistributionGroup\nRoom 4,room@cedar.example,RemoteRoomMailbox\nBo Li,bo@partner.example,GuestMailUser\nSales,sales@cedar.example,GroupMailbox\nCy Yo,cy@partner.example,MailContact\n",
    want: [
      "ana@cedar.example|Ana|Silva",
      "all@cedar.example|All||left",
      "room@cedar.example|Room|4|left",
      "bo@partner.example|Bo|Li",
      "sales@cedar.example|Sales||left",
      "cy@partner.example|Cy|Yo",
    ],
  },
];
