import { ALERT, BACK, CHECK, CLOSE, circle, DARK, Glyph, LIGHT, SYSTEM } from "./glyph";

/** Drawn on a 16-pixel grid with a stroke of 1.5; one path each, so that an icon is two elements. */
const paths = {
  activity: "M1.75 8.25h2.5l2.25-5.5 3.25 10.5 2-5h2.5",
  alert: ALERT,
  back: BACK,
  campaigns: "M2.5 6.25v3.5h2.25l6.5 3V3.25l-6.5 3zM5 9.75v3.25h2V10.5M13.5 6.5v3",
  check: CHECK,
  close: CLOSE,
  company:
    "M3 14V3.25C3 2.56 3.56 2 4.25 2h5.5c.69 0 1.25.56 1.25 1.25V14M11 6.75h1.25c.69 0 1.25.56 1.25 1.25v6M1.75 14h12.5M5.75 5h2.5M5.75 8h2.5M7 14v-3",
  copy: "M5.5 5.5v-2c0-.55.45-1 1-1h6c.55 0 1 .45 1 1v6c0 .55-.45 1-1 1h-2M3.5 5.5h6c.55 0 1 .45 1 1v6c0 .55-.45 1-1 1h-6c-.55 0-1-.45-1-1v-6c0-.55.45-1 1-1z",
  dark: DARK,
  download: "M8 2.5v7.75M4.75 7.25 8 10.5l3.25-3.25M2.75 13.5h10.5",
  groups: "M6 2.25h4v3.5H6zM1.75 10.25h4v3.5h-4zM10.25 10.25h4v3.5h-4zM8 5.75V8M3.75 10.25V8h8.5v2.25",
  inbox:
    "M1.75 8.75h3.5L6.5 10.5h3l1.25-1.75h3.5M1.75 8.75v3.5c0 .55.45 1 1 1h10.5c.55 0 1-.45 1-1v-3.5L12 3.25c-.15-.3-.45-.5-.8-.5H4.8c-.35 0-.65.2-.8.5z",
  light: LIGHT,
  logout: "M6 2.75H3.75c-.55 0-1 .45-1 1v8.5c0 .55.45 1 1 1H6M10.5 11l3-3-3-3M13.25 8H6",
  mail: "M2.75 3.5h10.5c.55 0 1 .45 1 1v7c0 .55-.45 1-1 1H2.75c-.55 0-1-.45-1-1v-7c0-.55.45-1 1-1zM2 4.75l6 4.5 6-4.5",
  menu: "M2.5 4.5h11M2.5 8h11M2.5 11.5h11",
  more: `${circle(3.25, 8, 0.5)}${circle(8, 8, 0.5)}${circle(12.75, 8, 0.5)}`,
  numbers: "M6.25 2.25l-1.5 11.5M11.25 2.25l-1.5 11.5M2.75 5.75h11M2.25 10.25h11",
  overview: "M2.25 2.25h5v6.5h-5zM8.75 2.25h5v3.5h-5zM8.75 7.25h5v6.5h-5zM2.25 10.25h5v3.5h-5z",
  person: `${circle(8, 5, 2.75)}M2.75 14c0-2.9 2.35-4.75 5.25-4.75s5.25 1.85 5.25 4.75`,
  plus: "M8 3v10M3 8h10",
  reports: "M2.75 13.25h10.5M4.75 10.75v-3M8 10.75v-8M11.25 10.75v-5",
  replace: "M2 5.25h10.5M9.75 2.5l2.75 2.75L9.75 8M14 10.75H3.5M6.25 8 3.5 10.75l2.75 2.75",
  roles: `${circle(5.25, 10.75, 3)}M7.4 8.6l5.85-5.85M10.5 5.5l2 2`,
  search: `${circle(7, 7, 4.5)}M10.4 10.4l3.35 3.35`,
  security: "M8 1.75 2.75 3.75v3.9c0 3.1 2.1 5.4 5.25 6.6 3.15-1.2 5.25-3.5 5.25-6.6v-3.9zM5.75 7.9l1.6 1.6 3-3.25",
  subscriptions:
    "M6.75 9.25a2.75 2.75 0 0 0 3.9 0l2.3-2.3a2.75 2.75 0 0 0-3.9-3.9l-.8.8M9.25 6.75a2.75 2.75 0 0 0-3.9 0l-2.3 2.3a2.75 2.75 0 0 0 3.9 3.9l.8-.8",
  switch: "M5 6.25 8 3.25l3 3M5 9.75l3 3 3-3",
  system: SYSTEM,
  contacts: `M3.5 2.25h9v11.5h-9zM1.75 5h3M1.75 8h3M1.75 11h3${circle(8.25, 6.25, 1.5)}M5.9 11c0-1.3 1-2.1 2.35-2.1s2.35.8 2.35 2.1`,
  users: `${circle(6, 5.25, 2.5)}M1.5 13.5c0-2.5 1.95-4.25 4.5-4.25s4.5 1.75 4.5 4.25M10.6 2.9a2.5 2.5 0 0 1 0 4.7M12.25 9.75c1.4.6 2.25 1.95 2.25 3.75`,
};

export type IconName = keyof typeof paths;

/** The server's: all of the table would go along with a client component. */
export const Icon = ({ name }: { name: IconName }) => <Glyph path={paths[name]} />;
