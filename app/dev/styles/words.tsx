import { Chips } from "@/components/shell/chips";
import { Tabs } from "@/components/shell/tabs";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Icon } from "@/components/ui/icons";
import { Mark } from "@/components/ui/mark";
import { Notice } from "@/components/ui/notice";
import { Pill } from "@/components/ui/pill";
import { Both, Row } from "./both";

const statuses = ["Active", "Pending", "Expired", "Delayed", "Bounced", "Disabled"];
const names = [
  "Ana Silva",
  "Ben Ortiz",
  "Cara Novak",
  "Dele Adeyemi",
  "Emil Brandt",
  "Finn Larsen",
  "Hana Sato",
  "Zoë",
];
const LONG = "maximiliane.oberhauser@northern-harbour-dental.example";

/** What says something and can't be pressed, or leads elsewhere. */
export const Words = () => (
  <>
    <Both title="Words">
      <h1>Page</h1>
      <h2>Part of a page</h2>
      <p>What stands on a page.</p>
      <p className="text-ink-2">What stands beside it.</p>
      <p className="small">A hint, or a sentence about the part.</p>
      <p className="text-ink-3">What is least of all.</p>
      <p className="text-bad">What is wrong.</p>
      <Row>
        <kbd className="rounded-1 border border-line-strong bg-sunken px-1.5 font-sans text-small">Ctrl+K</kbd>
        <span className="tag">Location</span>
        <Mark />
        <Icon name="person" />
      </Row>
    </Both>
    <Both title="Pills and faces">
      <Row>
        {statuses.map((status) => (
          <Pill key={status}>{status}</Pill>
        ))}
      </Row>
      <Row>
        {names.map((name, at) => (
          <Avatar key={name} id={FACES[at] ?? ""} name={name} />
        ))}
        <Avatar id="large" name="Ana Silva" size="large" />
      </Row>
    </Both>
    <Both title="Notices">
      <Notice>An Admin gives you lines.</Notice>
      <div className="flash">
        <Notice tone="good">
          <span className="flex items-center gap-2">
            <span className="flex-1">Ben Ortiz is disabled.</span>
            <Button size="small">Undo</Button>
            <Button variant="quiet" size="icon" aria-label="Close">
              <Icon name="close" />
            </Button>
          </span>
        </Notice>
      </div>
      <Notice tone="wait">
        12 emails could not be sent.{" "}
        <a className="link" href="#content">
          Look at them
        </a>
      </Notice>
      <Notice tone="bad">{LONG} has opted out of texts.</Notice>
    </Both>
    <Both title="Tabs and chips">
      {(theme) => (
        <>
          <Tabs
            label={`Which users, ${theme}`}
            tabs={[
              { label: "All", href: "#content", count: "4,904", current: true },
              { label: "Active", href: "#content", count: "4,311" },
              { label: "Pending", href: "#content", count: 12 },
              { label: "Disabled", href: "#content" },
            ]}
          />
          <Chips
            chips={[
              { label: "Status: Pending", without: "#content" },
              { label: `Search: ${LONG}`, without: "#main" },
            ]}
          />
        </>
      )}
    </Both>
    <Both title="Nothing there">
      <div className="card">
        <Empty title="No contacts yet" sentence="Who writes to one of your lines stands here from then on.">
          <Button variant="primary">Add a contact</Button>
        </Empty>
      </div>
      <div className="card">
        <Empty title="Nobody found" sentence="Look for another name, or take the filters away." />
      </div>
    </Both>
  </>
);

/** By these each face gets another tint. */
const FACES = ["a", "b", "c", "d", "e", "f", "g", "h"];
