import { z } from "zod";
import { messages } from "@/db/schema";
import { fullName, type Viewer } from "../access/viewer";
import { change } from "../change";
import * as fields from "../fields";
import { nextSeq } from "./event";
import { mention } from "./mention";
import { conversationId, ownConversation } from "./own-conversation";

export const AddNote = z.object({ conversationId, note: fields.seenWords("Write a note."), once: fields.once });

/** Only colleagues see it. Whom it names with an @ finds the conversation under "Mentions"; `nobody`: names of nobody who would. */
export const addNote = (viewer: Viewer, input: z.output<typeof AddNote>) =>
  change(viewer, input.once, async (c) => {
    const conversation = await ownConversation(c, viewer, input.conversationId);
    const { id, accountId, numberId, name } = conversation;
    const seq = await nextSeq(c, conversation);
    const by = { authorId: viewer.memberId, authorName: fullName(viewer) };
    await c.tx
      .insert(messages)
      .values({ accountId, conversationId: id, numberId, seq, kind: "note", body: input.note, ...by });
    const nobody = await mention(c, viewer, { ...conversation, seq, note: input.note });
    c.saidInThread();
    return { name, nobody };
  });
