import { z } from "zod";
import * as fields from "../fields";

export const campaignId = z.uuid("Not found.");

/** What is typed of a campaign. */
export const campaignFields = {
  name: fields.line(120, "Enter a name."),
  from: z.uuid("Choose one of your lines."),
  group: fields.many(z.uuid("Choose contact groups.")).pipe(z.array(z.string()).min(1, "Choose a contact group.")),
  message: fields.seenWords("Write a message."),
  when: z.enum(["now", "at"], "Choose when.").default("now"),
  date: fields.optional(z.iso.date("Choose a date.")),
  time: fields.optional(z.string().regex(/^\d{2}:\d{2}$/, "Choose a time.")),
  ownZones: fields.anything,
  waitsAfterFirst: fields.anything,
  atClose: z.enum(["go on", "stop"], "Choose what happens when the hours end.").default("go on"),
};
