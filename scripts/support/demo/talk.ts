/** How the last text of ours went, or what became of the conversation. */
export type End =
  | "done"
  | "opted out"
  | "may have opted out"
  | "no receipt"
  | "can't tell"
  | "later"
  | { failed: number; unreachable?: true };

/** A line that begins with > was sent by somebody of the company, one with # is their note. `number`: which of the demo numbers. */
export type Talk = {
  contact: string;
  phone: string;
  number: number;
  hours: number;
  claimed: boolean;
  lines: string[];
  end?: End;
};

export const talks: Talk[] = [
  {
    contact: "Marisol Vega",
    phone: "+14155550101",
    number: 0,
    hours: 1,
    claimed: true,
    lines: [
      "Hi, can I move my cleaning from Thursday to next week?",
      "> Of course. Tuesday at 9:30 or Wednesday at 14:00?",
      "Tuesday works. Thank you",
      "> You are down for Tuesday, 9:30, with Dr. Osei.",
    ],
  },
  {
    contact: "Owen Castellanos",
    phone: "+14155550102",
    number: 0,
    hours: 2,
    claimed: false,
    lines: ["Do you take walk-ins today? Lost a filling at lunch."],
  },
  {
    contact: "Birgit Hallström",
    phone: "+14155550103",
    number: 0,
    hours: 20,
    claimed: true,
    lines: [
      "> Hello Birgit, how is the tooth today?",
      "Much better. A little sore when I drink something cold",
      "> That is normal for two days. Write us if it isn't gone by Friday.",
      "Will do 👍",
    ],
  },
  {
    contact: "Tunde Falade",
    phone: "+14155550104",
    number: 1,
    hours: 5,
    claimed: false,
    lines: [
      "> Hello Tunde, it has been six months. Reply 1 for a morning, 2 for an afternoon.",
      "2",
      "> Monday 16:15?",
      "Perfect",
    ],
  },
  {
    contact: "Clémence Roux",
    phone: "+14155550105",
    number: 1,
    hours: 30,
    claimed: true,
    lines: [
      "> Time for your check-up. When would suit you?",
      "I moved to Lyon! But thank you for everything",
      "> Good luck there, Clémence.",
    ],
  },
  {
    contact: "Gregor Malý",
    phone: "+14155550106",
    number: 2,
    hours: 4,
    claimed: true,
    lines: [
      "I got two bills for the same visit",
      "> Sorry about that. The second one is the lab's; I am sending you both by post with a note.",
      "Ok, and the due date?",
      "> The 30th for both.",
    ],
  },
  {
    contact: "Sunita Prasad",
    phone: "+14155550107",
    number: 2,
    hours: 60,
    claimed: false,
    lines: ["Can I pay in three parts?", "> Yes. I have put the three dates into your account.", "Thank you so much"],
  },
  {
    contact: "Dale Whitcombe",
    phone: "+15105550108",
    number: 3,
    hours: 3,
    claimed: true,
    lines: ["Is the parking behind the building free?", "> It is, for two hours. Bring the ticket to the desk."],
  },
  {
    contact: "Amina Yusufzai",
    phone: "+15105550109",
    number: 3,
    hours: 7,
    claimed: false,
    lines: [
      "My son is nervous about Friday. Can I stay with him?",
      "> Please do. We also have headphones and films for children.",
    ],
  },
  {
    contact: "Peter Okonjo",
    phone: "+15105550110",
    number: 3,
    hours: 28,
    claimed: true,
    lines: ["Running 10 min late", "> No problem, we'll see you then.", "Here now", "> Room 2, come right in."],
  },
  {
    contact: "Lucía Barrientos",
    phone: "+12125550111",
    number: 4,
    hours: 11,
    claimed: true,
    lines: [
      "¿Hablan español?",
      "> Sí, claro. ¿En qué le podemos ayudar?",
      "Quiero una cita para mi mamá",
      "> ¿Le queda bien el jueves a las 11?",
    ],
  },
  {
    contact: "Hyun-woo Seo",
    phone: "+12125550112",
    number: 4,
    hours: 27,
    claimed: false,
    lines: ["Could you send me the invoice of 12 October again?", "> Sent to the address that we have. Did it arrive?"],
  },
  {
    contact: "Rosalind Achterberg",
    phone: "+14155550113",
    number: 5,
    hours: 9,
    claimed: false,
    lines: [
      "My crown came off and it hurts",
      "> Keep it clean and dry. The dentist on call rings you within ten minutes.",
    ],
  },
  {
    contact: "Kwabena Frimpong",
    phone: "+14155550114",
    number: 5,
    hours: 82,
    claimed: true,
    lines: ["Are you open on Sunday?", "> For emergencies, from 10 to 14.", "Good to know"],
  },
];
