/** What a person chose; nothing chosen is the system's. */
export type Theme = "light" | "dark" | undefined;

export const themeFrom = (cookie: string | undefined): Theme =>
  cookie === "light" || cookie === "dark" ? cookie : undefined;
