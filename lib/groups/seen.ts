import { sha256 } from "../crypto";

/** Stands for the state that a form was filled in from. */
export const digestOf = ({ name, isLocation }: { name: string; isLocation: boolean }) =>
  sha256(JSON.stringify([name, isLocation])).toString("base64url");
