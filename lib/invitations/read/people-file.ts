import { cardRows } from "../../import/cards/card-rows";
import { decodeFile, type Text } from "../../import/letters/decode";
import { listFile } from "../../import/list-file";
import { objectRows } from "../../import/object-rows";
import { invitationLexicons } from "./columns";
import { MOST_ROWS, tooMany } from "./one-person";

/** What a form takes at most (request-limits.ts), less some room for its other fields. */
export const MOST_BYTES = 4_000_000;

export const TOO_LARGE = "That file has more than 4 MB. Split it into smaller ones.";

/** Of a contact card: whoever wrote one says nothing of where its person belongs. */
const OF_A_CARD = ["First Name", "Last Name", "Full Name", "Email"];

/** Contact cards and objects, as the lines of a list, or what is wrong with them; null for another text. */
export const otherThanLines = (bytes: Uint8Array): Text | { problem: string } | null =>
  cardRows(bytes, OF_A_CARD) ?? objectRows(bytes, { rights: invitationLexicons, most: MOST_ROWS, tooMany });

export const peopleFile = listFile({
  bytes: MOST_BYTES,
  says: TOO_LARGE,
  decode: async (bytes) => otherThanLines(bytes) ?? decodeFile(bytes),
});
