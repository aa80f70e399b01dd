import { Section } from "@/components/form/section";
import { Confirm } from "@/components/ui/confirm";
import type { Member } from "@/lib/members/get";
import { formatNumber } from "@/lib/numbers/format-number";
import { figures } from "@/lib/web/figures";
import { remove, removeGuest, withdraw } from "../actions";
import { EDIT } from "./link-names";

type Props = { member: Member; asked: boolean };

/** The ways to part, each asked twice: none can be undone. */
export function DeleteSection({ member, asked }: Props) {
  if (!member.atHome) return <Part {...guest(member)} member={member} asked={asked} id="delete" />;
  return (
    <>
      {member.status === "Pending" && <Part {...pending(member)} member={member} asked={false} />}
      <Part {...home(member)} member={member} asked={asked} id="delete" />
    </>
  );
}

const home = ({ name }: Member) => ({
  title: "Delete User",
  sentence: "They can no longer log in or reset their password. Their messages stay in the conversations.",
  verb: "Delete",
  question: `Are you sure you want to permanently delete ${name}?`,
  words:
    "Their login and all their access go at once, in other companies too; their username and email can be used again.",
  action: remove,
  act: "remove",
});

const pending = ({ name }: Pick<Member, "name">) => ({
  title: "Invitation",
  sentence: "They have not accepted it yet.",
  verb: "Withdraw invitation",
  question: `Withdraw the invitation of ${name}?`,
  words: "The invitation link stops working at once. You can invite the same address again at any time.",
  action: withdraw,
  act: "withdraw",
});

const guest = ({ name, status }: Member) =>
  status === "Pending"
    ? pending({ name })
    : {
        title: "Remove access",
        sentence: "Their login belongs to another company and lives on there.",
        verb: "Remove access",
        question: `Remove the access of ${name} to your company?`,
        words: "They are out at once. Their messages stay in the conversations.",
        action: removeGuest,
        act: "remove-guest",
      };

type PartProps = Props & ReturnType<typeof home> & { id?: string };

async function Part({ title, sentence, verb, question, words, action, act, member, asked, id = "part" }: PartProps) {
  const figure = await figures();
  const alone = member.lines.filter(({ isAlone }) => isAlone).map(({ e164 }) => formatNumber(e164));
  return (
    <div id={id} className="print:hidden">
      <Section title={title} sentence={sentence}>
        <div className="wide">
          <Confirm
            verb={verb}
            question={question}
            action={action}
            once={crypto.randomUUID()}
            fields={{ memberId: member.id }}
            asked={asked}
            along={{ form: EDIT, act }}
          >
            <p>{words}</p>
            {action !== withdraw && (
              <ul>
                <li>Conversations released: {figure(member.conversationsClaimed)}</li>
                <li>Messages kept: {figure(member.messagesWritten)}</li>
                {alone.length > 0 && <li>Numbers that nobody will have then: {alone.join(", ")}</li>}
              </ul>
            )}
          </Confirm>
        </div>
      </Section>
    </div>
  );
}
