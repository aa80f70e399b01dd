import { sha256 } from "../crypto";

type Seen = { label: string; status: string; groupId: string };

/** Stands for the state that a form was filled in from. */
export const digestOf = ({ label, status, groupId }: Seen) =>
  sha256(JSON.stringify([label, status, groupId])).toString("base64url");
