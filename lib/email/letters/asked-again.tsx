import { z } from "zod";
import { hello, Layout, Paragraph } from "../layout";
import { defineLetter } from "../letter";
import { link, name } from "../props";

/** To the Admin who invited the person. */
export const askedAgain = defineLetter({
  props: z.object({ firstName: name, company: name, person: name, url: link }),
  subject: ({ person, company }) => `${person} asks for a new invitation to ${company}`,
  Body: ({ firstName, company, person, url }) => (
    <Layout
      company={company}
      heading={`${person} asks for a new invitation`}
      preview="The link they have opened doesn't work. You can send another."
      action={{ label: "Open in Lineup", url }}
      why={`This was sent because you look after the invitation of ${person} to ${company} on Lineup, and they opened a link that no longer works. If you didn't expect this, leave it: nobody joins without a new invitation.`}
    >
      <Paragraph>{hello(firstName)}</Paragraph>
      <Paragraph>{`${person} has opened an invitation to ${company} that doesn't work any more, and asks for a new one.`}</Paragraph>
      <Paragraph>{`Use "Resend invitation" on their page. Links that were made before it stop working then.`}</Paragraph>
    </Layout>
  ),
});
