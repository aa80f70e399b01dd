import { BarChart } from "@/components/ui/bar-chart";
import { CopyButton } from "@/components/ui/copy";
import { MarkedList } from "@/components/ui/marked-list";
import { ProgressBar } from "@/components/ui/progress-bar";
import { figureIn } from "@/lib/text/figure";
import { Both, Row } from "./both";

const days = [3, 8, 0, 12, 7, 1, 0, 4, 9, 15, 11, 2].map((times, at) => ({ day: `${at + 1} Oct`, times }));
const LINK = "https://portal.example/s/3nq0";

/** What is told by more than words: how much, how far, and what changes. */
export const Told = () => (
  <>
    <Both title="Charts">
      <BarChart
        title="Logins a day, 1 Oct to 12 Oct"
        series={[{ name: "Logins", tone: "accent" }]}
        bars={days.map(({ day, times }) => ({ key: day, said: day, values: [times] }))}
        ends={["1 Oct", "12 Oct"]}
        figure={figureIn(null)}
      />
      <BarChart
        title="Texts a day, 1 Oct to 12 Oct"
        series={[
          { name: "In", tone: "accent" },
          { name: "Out", tone: "plain" },
        ]}
        bars={days.map(({ day, times }) => ({ key: day, said: day, values: [times * 300, times * 140] }))}
        ends={["1 Oct", "12 Oct"]}
        figure={figureIn(null)}
      />
      <BarChart
        title="Texts a day, 1 Oct"
        series={[{ name: "Texts", tone: "accent" }]}
        bars={[{ key: "1", said: "1 Oct", values: [0] }]}
        ends={["1 Oct", "1 Oct"]}
        figure={figureIn(null)}
      />
    </Both>
    <Both title="How far, and what changes">
      <ProgressBar label="Nothing sent yet" done={0} all={400} />
      <ProgressBar label="Some are sent" done={140} all={400} />
      <ProgressBar label="All are sent" done={400} all={400} />
      <MarkedList mark="gained" lines={["Sends and answers texts in West", "Front desk"]} />
      <MarkedList mark="lost" lines={["Sees history", "maximiliane.oberhauser@northern-harbour-dental.example"]} />
      <MarkedList mark="told" lines={["As an Admin of the whole company"]} />
      <Row>
        <code className="wrap-anywhere">{LINK}</code>
        <CopyButton value={LINK} of="the link" />
      </Row>
    </Both>
  </>
);
