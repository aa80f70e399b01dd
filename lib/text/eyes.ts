/** How somebody reads a moment: in which zone, written as which country does, by which clock, and from when. */
export type Eyes = {
  zone: string;
  /** Whose country's way of writing; null: ours. */
  locale: string | null;
  /** Hours in a day; null: as the locale has them. */
  clock: Clock | null;
  now: Date;
};

export const clocks = ["12", "24"] as const;

export type Clock = (typeof clocks)[number];

type Reader = { timeZone: string; locale: string | null; clock: Clock | null };

export const eyesOf = ({ timeZone, locale, clock }: Reader, now = new Date()): Eyes => ({
  zone: timeZone,
  locale,
  clock,
  now,
});

/** Of who is not known: in UTC, as Lineup writes. */
export const plainEyes = (now = new Date()): Eyes => ({ zone: "UTC", locale: null, clock: null, now });
