import { currentViewer } from "./viewer";

/** The key of one letter that presses a control; none for who has switched such keys off. */
export const letterKey = async (key: string) => ((await currentViewer())?.letterKeys ? key : undefined);
