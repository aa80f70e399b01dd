import { Refused } from "@/lib/errors";

/** What somebody is told who is refused; undefined where they are not. */
export const refusal = async (work: Promise<unknown>) => {
  const error = await work.catch((reason: unknown) => reason);
  return error instanceof Refused ? error : undefined;
};
