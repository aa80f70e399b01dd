import { z } from "zod";
import { hello, Layout, Paragraph } from "../layout";
import { defineLetter } from "../letter";
import { link, name } from "../props";

/** To whoever made a campaign that has paused itself, and to the Admins. */
export const campaignPaused = defineLetter({
  props: z.object({ firstName: name, company: name, campaign: name, why: name, url: link }),
  subject: ({ campaign, company }) => `The campaign ${campaign} of ${company} is paused`,
  Body: ({ firstName, company, campaign, why, url }) => (
    <Layout
      company={company}
      heading={`${campaign} is paused`}
      preview={why}
      action={{ label: "Open in Lineup", url }}
      why={`This was sent because you made this campaign of ${company} on Lineup, or are an Admin there.`}
    >
      <Paragraph>{hello(firstName)}</Paragraph>
      <Paragraph>{`The campaign ${campaign} has paused itself. ${why}`}</Paragraph>
      <Paragraph>Nothing of it leaves until somebody resumes it. Resume it or stop it on its page.</Paragraph>
    </Layout>
  ),
});
