import { Section } from "@/components/form/section";
import { Confirm } from "@/components/ui/confirm";
import { remove } from "../actions";
import type { Member } from "./edit-form";

/** Asked twice: it can't be undone. */
export function DeleteSection({ member, asked }: { member: Member; asked: boolean }) {
  return (
    <div id="delete">
      <Section
        title="Delete User"
        sentence="They can no longer log in or reset their password. Their messages stay in the conversations."
      >
        <div className="wide">
          <Confirm
            verb="Delete"
            question={`Are you sure you want to permanently delete ${member.name}?`}
            action={remove}
            once={crypto.randomUUID()}
            fields={{ memberId: member.id }}
            asked={asked}
          >
            <p>Their login and all their access go at once; their username and email can be used again.</p>
            <ul>
              <li>Conversations released: {member.conversationsClaimed.toLocaleString("en")}</li>
              <li>Messages kept: {member.messagesWritten.toLocaleString("en")}</li>
            </ul>
          </Confirm>
        </div>
      </Section>
    </div>
  );
}
