/** Lists of made-up people as the programs that companies keep their people in write them. What is wanted: email|first|last, and who left. */
export type Sample = { from: string; text: string | Buffer; want: string[]; unread?: string[] };

export const DIRECTORIES: Sample[] = [
  {
    from: "Google Workspace",
    text: `First Name [Required],Last Name [Required],Email Address [Required],Password [Required],Password Hash Function [UPLOAD ONLY],Org Unit Path [Required],New Primary Email [UPLOAD ONLY],Status [READ ONLY],Last Sign In [READ ONLY],Recovery Email,Home Secondary Email,Work Secondary Email,Recovery Phone [MUST BE IN THE E.164 FORMAT],Work Phone,Employee ID,Employee Type,Employee Title,Manager Email,Department,Cost Center,Change Password at Next Sign-In,New Status [UPLOAD ONLY]
Ana,Silva,ana@cedar.example,****,,/,,Active,2026/01/01 10:00:00,ana@home.example,,,,,1,,,boss@cedar.example,Sales,,False,
Ida,Faro,ida@cedar.example,****,,/,,Suspended,Never logged in,ida@home.example,,,,,2,,,boss@cedar.example,Sales,,False,
`,
    want: ["ana@cedar.example|Ana|Silva", "ida@cedar.example|Ida|Faro|left"],
    unread: ["Recovery Email", "Manager Email", "Department", "Org Unit Path [Required]"],
  },
  {
    from: "Microsoft 365",
    text: `Block credential,City,Country/Region,Department,DirSyncEnabled,Display name,Fax,First name,Last dirsync time,Last name,Last password change time stamp,License assignment details,Licenses,Mobile Phone,Oath token metadata,Object Id,Office,Password never expires,Phone number,Postal code,Preferred data location,Preferred language,Proxy addresses,Release track,Soft deletion time stamp,State,Street address,Strong password required,Title,Usage location,User principal name,When created
False,Oakland,United States,Sales,,Ana Silva,,Ana,,Silva,2026-01-01 10:00:00Z,,Microsoft 365 Business,,,1,,False,,,,,SMTP:ana@cedar.example+smtp:ana@old.example,,,CA,,True,,US,ana@cedar.example,2025-01-01 10:00:00Z
True,Oakland,United States,Sales,,Ida Faro,,Ida,,Faro,2026-01-01 10:00:00Z,,Unlicensed,,,2,,False,,,,,SMTP:ida@cedar.example,,,CA,,True,,US,ida@cedar.example,2025-01-01 10:00:00Z
False,Oakland,United States,Sales,,Bo Li,,Bo,,Li,,,Unlicensed,,,3,,False,,,,,SMTP:bo@cedar.example,,2026-02-01 10:00:00Z,WA,,True,,US,bo@cedar.example,2025-01-01 10:00:00Z
`,
    want: ["ana@cedar.example|Ana|Silva", "ida@cedar.example|Ida|Faro|left", "bo@cedar.example|Bo|Li|left"],
    unread: ["Display name", "State", "Proxy addresses"],
  },
  {
    from: "Entra, its users",
    text: `userPrincipalName,displayName,surname,mail,givenName,id,userType,jobTitle,department,accountEnabled,usageLocation,state,country,officeLocation,city,telephoneNumber,mobilePhone,alternateEmailAddress,companyName,creationType,invitationState,identityIssuer,createdDateTime
ines@cedar.example,Ines Faro,Faro,ines@cedar.example,Ines,1,Member,,,True,,,,,,,,other@home.example,,,,,2024-01-01
bo_partner.example#EXT#@cedar.example,Bo Li,,bo@partner.example,,2,Guest,,,True,,,,,,,,,,Invitation,Accepted,,2024-01-01
ute@cedar.example,Ute Klee,Klee,ute@cedar.example,Ute,3,Member,,,False,,,,,,,,,,,,,2024-01-01
`,
    want: ["ines@cedar.example|Ines|Faro", "bo@partner.example|Bo|Li", "ute@cedar.example|Ute|Klee|left"],
    unread: ["userPrincipalName", "userType", "invitationState"],
  },
  {
    from: "Entra, its form for many",
    text: `version:v1.0,,,
Email address to invite [inviteeEmail] Required,Redirection url [inviteRedirectURL] Required,Send invitation message (true or false) [sendEmail],Customized invitation message [customizedMessageBody]
ana@cedar.example,https://x.example,true,Hello
`,
    want: ["ana@cedar.example||"],
  },
  {
    from: "Okta",
    text: `id,login,firstName,lastName,middleName,honorificPrefix,email,title,displayName,status,created,activated,lastLogin,secondEmail,mobilePhone
1,ana@cedar.example,Ana,Silva,,,ana.silva@cedar.example,CEO,Ana Silva,ACTIVE,2020-01-01,2020-01-01,2020-01-01,ana@home.example,
2,bo@cedar.example,Bo,Li,,,bo@cedar.example,,Bo Li,DEPROVISIONED,,,,,
3,cy@cedar.example,Cy,Young,,,cy@cedar.example,,Cy Young,PASSWORD_EXPIRED,,,,,
`,
    want: ["ana.silva@cedar.example|Ana|Silva", "bo@cedar.example|Bo|Li|left", "cy@cedar.example|Cy|Young"],
    unread: ["login", "secondEmail", "activated"],
  },
  {
    from: "Slack",
    text: `username,email,status,billing-active,has-2fa,has-sso,userid,fullname,displayname,expiration-timestamp
ana,ana@cedar.example,Member,1,0,0,U1,Ana Silva,ana,
bo,bo@cedar.example,Deactivated,0,0,0,U2,Bo de la Cruz,bo,
helper,bot@cedar.example,Bot,0,0,0,U3,Helper,Helper,
own,own@cedar.example,Primary Owner,1,0,0,U4,Ola Owner,own,
`,
    want: [
      "ana@cedar.example|Ana|Silva",
      "bo@cedar.example|Bo|de la Cruz|left",
      "bot@cedar.example|Helper||left",
      "own@cedar.example|Ola|Owner",
    ],
    unread: ["username", "displayname", "billing-active"],
  },
  {
    from: "Salesforce",
    text: `Full Name,Alias,Username,Email,Active,Profile,Last Login
"Silva, Ana",asilv,ana@cedar.example.sandbox,ana@cedar.example,1,Standard User,2026-01-01
"Li, Bo",bli,bo@cedar.example.sandbox,bo@cedar.example,0,Standard User,
`,
    want: ["ana@cedar.example|Ana|Silva", "bo@cedar.example|Bo|Li|left"],
    unread: ["Username", "Alias", "Profile"],
  },
  {
    from: "Zoom",
    text: `Email,First Name,Last Name,User Type,User Status,Department
ana@cedar.example,Ana,Silva,Licensed,Active,Sales
bo@cedar.example,Bo,Li,Basic,Inactive,
`,
    want: ["ana@cedar.example|Ana|Silva", "bo@cedar.example|Bo|Li|left"],
    unread: ["User Type", "Department"],
  },
  {
    from: "HubSpot",
    text: `First Name,Last Name,Email,Status,Permission Set
Ana,Silva,ana@cedar.example,Active,Super Admin
Bo,Li,bo@cedar.example,Deactivated,Sales
`,
    want: ["ana@cedar.example|Ana|Silva", "bo@cedar.example|Bo|Li|left"],
  },
  {
    from: "an HR program",
    text: `Employee ID,Legal First Name,Legal Last Name,Preferred name,Work Email,Personal Email,Termination Date,Employment Status,Manager Email,Manager,Hire Date,Location,Department
1,Robert,Stone,Bob,bob@cedar.example,bob@home.example,,Active,boss@cedar.example,Bo Ss,01/02/2020,Oakland,Sales
2,Ida,Faro,,ida@cedar.example,,10/12/2025,Terminated,boss@cedar.example,Bo Ss,01/02/2020,Oakland,Sales
3,Fay,Ture,,fay@cedar.example,,10/12/2099,Active,boss@cedar.example,Bo Ss,,,
`,
    want: ["bob@cedar.example|Bob|Stone", "ida@cedar.example|Ida|Faro|left", "fay@cedar.example|Fay|Ture"],
    unread: ["Personal Email", "Manager Email", "Manager", "Location", "Department"],
  },
  {
    from: "Google Contacts",
    text: `First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Last Name,Name Prefix,Nickname,File As,Organization Name,Organization Department,Birthday,Notes,Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value
Ana,,Silva,,,,,,Cedar,,,,* myContacts,* Work,ana@cedar.example ::: ana@old.example,Home,ana@home.example,Mobile,+1 415
`,
    want: ["ana@cedar.example|Ana|Silva"],
    unread: ["E-mail 2 - Value", "Organization Name"],
  },
  {
    from: "Outlook's contacts",
    text: `First Name,Middle Name,Last Name,Company,Department,Job Title,Business Phone,E-mail Address,E-mail Type,E-mail Display Name,E-mail 2 Address,E-mail 2 Type,Manager's Name,Assistant's Name,Location
Ana,,Silva,Cedar,,,,ana@cedar.example,SMTP,Ana Silva (ana@cedar.example),ana@home.example,SMTP,Bo Ss,,Oslo
`,
    want: ["ana@cedar.example|Ana|Silva"],
    unread: ["E-mail 2 Address", "Manager's Name", "E-mail Display Name"],
  },
];
