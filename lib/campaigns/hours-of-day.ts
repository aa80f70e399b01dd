/** Between these hours of their own day somebody gets texts of a campaign; on Sundays they begin later. */
export const HOURS = { from: "09:00", fromOnSundays: "12:00", to: "20:00" } as const;
