import { fold } from "../../import/heading";

/** Two names that are one to whoever reads them: whatever the case, the marks and the spaces. */
export const nameKey = (name: string) => fold(name).replace(/\s+/g, " ");
