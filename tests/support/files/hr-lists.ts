import type { Sample } from "./directories";

/** Lists that say who has left in their own way, and columns that only look as if they did. */
export const HR_LISTS: Sample[] = [
  {
    from: "Portuguese, a day of leaving with the day first",
    text: "Matrícula;Nome do colaborador;E-mail corporativo;E-mail pessoal;Data de saída\n1;João dos Santos;j@cedar.example;j@home.example;\n2;Rui Mar;r@cedar.example;;31/01/2024\n",
    want: ["j@cedar.example|João|dos Santos", "r@cedar.example|Rui|Mar|left"],
    unread: ["E-mail pessoal"],
  },
  {
    from: "Spanish, a day of leaving with the day first",
    text: "Nombre;Primer apellido;Correo;Fecha de alta;Fecha de baja\nMaría José;de la Cruz;m@cedar.example;01/02/2020;\nEva;Paz;e@cedar.example;01/02/2020;28/02/2024\n",
    want: ["m@cedar.example|María José|de la Cruz", "e@cedar.example|Eva|Paz|left"],
    unread: ["Fecha de alta"],
  },
  {
    from: "French, a day of leaving in words",
    text: "Prénom;Nom;Adresse mail professionnelle;Date de départ\nMarie;Dupont;m@cedar.example;\nYann;Le Goff;y@cedar.example;28 févr. 2024\n",
    want: ["m@cedar.example|Marie|Dupont", "y@cedar.example|Yann|Le Goff|left"],
  },
  {
    from: "French, shouted last names under no such heading",
    text: "Salarié;Courriel;Date de sortie\nDUPONT Marie;m@cedar.example;\nLE GOFF Yann;y@cedar.example;2024-02-28\n",
    want: ["m@cedar.example|Marie|DUPONT", "y@cedar.example|Yann|LE GOFF|left"],
  },
  {
    from: "English, people with initials",
    text: "Name,Email\nJP Smith,j@cedar.example\nAJ Brown,a@cedar.example\n",
    want: ["j@cedar.example|JP|Smith", "a@cedar.example|AJ|Brown"],
  },
  {
    from: "a program that writes zeros where there is no day",
    text: 'Worker,Work Email,Termination Date\n"Silva, Ana",ana@cedar.example,00/00/0000\n"Li, Bo",bo@cedar.example,01/31/2024\n"Yo, Cy",cy@cedar.example,01/01/1601\n',
    want: ["ana@cedar.example|Ana|Silva", "bo@cedar.example|Bo|Li|left", "cy@cedar.example|Cy|Yo"],
  },
  {
    from: "Entra, its German form for many",
    text: "version:v1.0,,,\nName [displayName] Erforderlich,Benutzername [userPrincipalName] Erforderlich,Anfangskennwort [passwordProfile] Erforderlich,Anmeldung blockieren (Ja/Nein) [accountEnabled] Erforderlich,Vorname [givenName],Nachname [surname]\nJürgen Groß,j@cedar.example,x,Nein,Jürgen,Groß\nUte Klee,u@cedar.example,x,Ja,Ute,Klee\n",
    want: ["j@cedar.example|Jürgen|Groß", "u@cedar.example|Ute|Klee|left"],
  },
  {
    from: "Microsoft 365, French",
    text: "Bloquer les informations d’identification,Prénom,Nom,Nom d’utilisateur principal\nFaux,Marie,Dupont,m@cedar.example\nVrai,Yann,Le Goff,y@cedar.example\n",
    want: ["m@cedar.example|Marie|Dupont", "y@cedar.example|Yann|Le Goff|left"],
  },
  {
    from: "Slack, what its members do",
    text: 'Name,Account type,Deactivated date (UTC),Username,Email,Days active,Days active (Desktop)\nAna Silva,Member,,ana,ana@cedar.example,20,0\nCy Yo,Member,,cy,cy@cedar.example,0,0\nBo Li,Member,"Feb 3, 2024",bo,bo@cedar.example,0,0\n',
    want: ["ana@cedar.example|Ana|Silva", "cy@cedar.example|Cy|Yo", "bo@cedar.example|Bo|Li|left"],
    unread: ["Days active", "Days active (Desktop)"],
  },
  {
    from: "HubSpot, its users",
    text: "Name,Email,Access,Last active,User status\nAna Silva,ana@cedar.example,Super Admin,Nov 1,Active\nBo Li,bo@cedar.example,Custom,Never,Inactive\n",
    want: ["ana@cedar.example|Ana|Silva", "bo@cedar.example|Bo|Li|left"],
    unread: ["Last active"],
  },
  {
    from: "who looks after which customer",
    text: "Work Email,Client,Lead\nana@cedar.example,Grant Bakery,Olive Grant\nbo@cedar.example,Harbour Dental,Otto Stern\n",
    want: ["ana@cedar.example||", "bo@cedar.example||"],
    unread: ["Client", "Lead"],
  },
  {
    from: "HubSpot, people with their companies",
    text: "Company name,Company owner,Contact email,Contact first name,Contact last name,Company email\nCedar,olga@hub.example,ana@cedar.example,Ana,Silva,info@cedar.example\nCedar,olga@hub.example,bo@cedar.example,Bo,Li,info@cedar.example\n",
    want: ["ana@cedar.example|Ana|Silva", "bo@cedar.example|Bo|Li"],
    unread: ["Company email", "Company owner"],
  },
  {
    from: "Zoom, who was in a meeting",
    text: "Meeting ID,Topic,User Email,Participants\n123,Weekly,host@cedar.example,2\n\nName (Original Name),User Email,Guest\nAna Silva (Ana),ana@cedar.example,No\nBo Li,bo@cedar.example,Yes\n",
    want: ["ana@cedar.example|Ana|Silva", "bo@cedar.example|Bo|Li"],
  },
  {
    from: "Exchange",
    text: "DisplayName,EmailAddresses\nAna Silva,smtp:old@cedar.example SMTP:ana@cedar.example\n",
    want: ["ana@cedar.example|Ana|Silva"],
  },
];
