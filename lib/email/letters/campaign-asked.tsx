import { z } from "zod";
import { hello, Layout, Paragraph } from "../layout";
import { defineLetter } from "../letter";
import { link, name } from "../props";

/** To those who may confirm a campaign that somebody else has written. */
export const campaignAsked = defineLetter({
  props: z.object({ firstName: name, company: name, person: name, campaign: name, recipients: name, url: link }),
  subject: ({ person, company }) => `${person} asks you to look over a campaign of ${company}`,
  Body: ({ firstName, company, person, campaign, recipients, url }) => (
    <Layout
      company={company}
      heading={`${campaign} waits for a second person`}
      preview={`It goes to ${recipients} people once somebody else has confirmed it.`}
      action={{ label: "Open in Lineup", url }}
      why={`This was sent because you may send campaigns from this line of ${company} on Lineup, and ${company} wants a second person to confirm those that go to many.`}
    >
      <Paragraph>{hello(firstName)}</Paragraph>
      <Paragraph>{`${person} has written the campaign ${campaign}, which goes to ${recipients} people. It waits until somebody else has looked it over.`}</Paragraph>
      <Paragraph>One of you is enough. Read it on its page, and confirm it there.</Paragraph>
    </Layout>
  ),
});
