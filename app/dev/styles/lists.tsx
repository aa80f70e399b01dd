import { Headings } from "@/app/(portal)/admin/users/headings";
import { People } from "@/app/(portal)/admin/users/people";
import { personLine } from "@/app/(portal)/admin/users/person-line";
import { conversationLine } from "@/app/(portal)/inbox/list/conversation-line";
import { Conversations } from "@/app/(portal)/inbox/list/conversations";
import { Thread } from "@/app/(portal)/inbox/messages/thread";
import { Pager } from "@/components/shell/pager";
import { Sizes } from "@/components/shell/sizes";
import { Address, IpAddress } from "@/components/ui/address";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { Pill } from "@/components/ui/pill";
import { listQuery } from "@/lib/members/list/list-query";
import { plainEyes } from "@/lib/text/eyes";
import { inZone } from "@/lib/text/time-words";
import { Both } from "./both";
import { conversations, messages, people } from "./samples";

const users = listQuery({ sort: "-name" });

/** Rows with short words and with long ones, in every state that a row can be in. */
export function Lists() {
  const eyes = { ...plainEyes(), zone: "America/Los_Angeles" };
  return (
    <>
      <Both title="A list of people" isWide>
        <div className="card people">
          <form className="bulk">
            <table className="table">
              <Headings query={users} manages />
              <People
                lines={people.map((row) => personLine(row, { ...eyes, memberId: "1" }))}
                zone={inZone(eyes.zone)}
                manages
              />
            </table>
          </form>
          <div className="table-foot">
            <Sizes sizes={[25, 50, 100]} size={25} to={(size) => `#${size}`} />
            <Pager label="Pages of people" range="1–25 of 4,904" next="#next" last="#last" />
          </div>
        </div>
      </Both>
      <Both title="Rows">
        <div className="card">
          <ul className="rows" aria-label="Sessions">
            <li>
              <div>
                <p>
                  <strong>Chrome on Windows</strong>
                </p>
                <p className="small">203.0.113.7 · Today, 09:14</p>
              </div>
              <Pill tone="good">This device</Pill>
            </li>
            <li>
              <Avatar id="b" name="Ben Ortiz" />
              <div className="max-w-[calc(100%-44px)]">
                <p>
                  <strong>Maximiliane Wolfeschlegelsteinhausenbergerdorff</strong>
                </p>
                <p className="small">
                  <Address of="maximiliane.oberhauser@northern-harbour-dental.example" /> ·{" "}
                  <IpAddress of="2001:db8:85a3:8d3:1319:8a2e:370:7348" />
                </p>
              </div>
              <Button size="small">Remove</Button>
            </li>
            <li>
              <div>
                <p>
                  <strong>Safari on iPhone</strong>
                </p>
                <p className="small">198.51.100.23 · Yesterday, 17:30</p>
              </div>
              <Button size="small">Log out</Button>
            </li>
          </ul>
        </div>
      </Both>
      <Both title="Conversations">
        <div className="card">
          <Conversations
            label="Conversations"
            lines={conversations.map((row) => conversationLine(row, eyes))}
            asked=""
            current={conversations[1]?.id}
          />
        </div>
      </Both>
      <Both title="A thread">
        <Thread messages={messages} contact="Marisol Vega" eyes={eyes} decide={() => null} />
      </Both>
    </>
  );
}
