import type { Role } from "@/lib/access/permissions";

export type Place = "main" | "west" | "east";
export type State = "Active" | "Pending" | "Disabled";

/** Somebody of the demo company. `hours`: how long ago they last logged in, or, Pending, were invited. */
export type DemoPerson = {
  firstName: string;
  lastName: string;
  username: string;
  role: Role;
  place: Place;
  state: State;
  lines: number[];
  hours: number | null;
  timeZone?: string;
};

type Line = [
  name: string,
  username: string,
  where: `${Role}@${Place}`,
  lines: number[],
  hours: number | null,
  timeZone?: string,
];

const active: Line[] = [
  ["Benedikt Þórsson", "benedikt", "end-user@main", [0, 1], 1],
  ["Grace Liu", "grace.liu", "admin@main", [0, 1, 2], 3],
  ["Wanjiru Kamau", "wanjiru", "admin@west", [3], 5],
  ["Søren Ågård", "soren", "admin@east", [4], 26],
  ["David Grant", "dgrant", "end-user@main", [0], 2],
  ["Eun-ji Park", "eunji", "sender@main", [1, 5], 7],
  ["Femi Adeyemi", "femi", "end-user@main", [0, 2], 4],
  ["Hugo Lefèvre", "hugo", "viewer@main", [], 49],
  ["Inés Etxeberria", "ines.e", "end-user@main", [0], 9],
  ["Jürgen Weiß", "jweiss", "end-user@main", [2], 27, "Europe/Berlin"],
  ["Kalani Mahoe", "kalani", "end-user@main", [0, 5], 30, "Pacific/Honolulu"],
  ["Łucja Wiśniewska", "lucja", "end-user@main", [1], 52],
  ["Mateo Quispe", "mateo", "messaging-agent@west", [3], 6],
  ["Nadia Haddad", "nadia", "messaging-agent@west", [3], 8],
  ["Oluwaseun Bello", "seun", "messaging-agent@west", [3, 5], 31],
  ["Priya Raghunathan", "priya", "sender@west", [3], 74],
  ["Quinn O’Hara", "quinn", "end-user@west", [3], 25],
  ["Ravi Subramaniam", "ravi.s", "end-user@west", [3], 120],
  ["Siobhán Ní Bhriain", "siobhan", "viewer@west", [], 200],
  ["Tomáš Dvořák", "tomas", "messaging-agent@east", [4], 12, "America/New_York"],
  ["Ulla Nykänen", "ulla", "messaging-agent@east", [4], 10, "America/New_York"],
  ["Vũ Thị Lan", "lan.vu", "end-user@east", [4], 28, "America/New_York"],
  ["Xóchitl Hernández", "xochitl", "end-user@east", [4], 340, "America/New_York"],
  ["Yusuf Demirci", "yusuf", "sender@east", [4, 5], 55, "America/New_York"],
  ["Zeynep Aksoy", "zeynep", "end-user@east", [4], 80, "America/New_York"],
  ["Aroha Ngata", "aroha", "end-user@main", [0], 1300],
  ["Bo Lindqvist", "bo", "end-user@main", [2], 29],
  ["Chidi Nwosu", "chidi", "end-user@main", [0, 1, 2], 11],
  ["Daria Kovalenko", "daria", "end-user@main", [1], 33],
  ["Ángel Ibarra", "angel", "end-user@main", [0], null],
];

const pending: Line[] = [
  ["Chiamaka Okafor", "chiamaka.o", "messaging-agent@west", [3], 2],
  ["Emil Sørbø", "emil", "end-user@main", [0], 19],
  ["Hanae Fujimori", "hanae", "end-user@main", [1], 22],
  ["Ifeoma Eze", "ifeoma", "end-user@east", [4], 23],
  ["Joaquín Paredes", "joaquin", "end-user@main", [0], 40],
  ["Katarzyna Zając", "kasia", "viewer@east", [], 90],
];

const disabled: Line[] = [
  ["Leocadia Brandão", "leo.b", "end-user@main", [0], 900],
  ["Malik Thornbury", "malik", "messaging-agent@west", [3], 2000],
  ["Noor van Dijk", "noor", "end-user@main", [], 4100],
];

const person =
  (state: State) =>
  ([name, username, where, lines, hours, timeZone]: Line): DemoPerson => {
    const [firstName = "", ...rest] = name.split(" ");
    const [role, place] = where.split("@") as [Role, Place];
    return {
      firstName,
      lastName: rest.join(" "),
      username,
      role,
      place,
      state,
      lines,
      hours,
      ...(timeZone && { timeZone }),
    };
  };

/** Ana's colleagues. Invented, every one. */
export const colleagues: DemoPerson[] = [
  ...active.map(person("Active")),
  ...pending.map(person("Pending")),
  ...disabled.map(person("Disabled")),
];

/** North American numbers 555-0100 to 555-0199 are kept for fiction. */
export const demoNumbers: { e164: string; label: string; place: Place }[] = [
  { e164: "+14155550134", label: "Front desk", place: "main" },
  { e164: "+14155550135", label: "Recalls", place: "main" },
  { e164: "+14155550136", label: "Billing", place: "main" },
  { e164: "+15105550147", label: "West front desk", place: "west" },
  { e164: "+12125550172", label: "East front desk", place: "east" },
  { e164: "+14155550188", label: "After hours", place: "main" },
];
