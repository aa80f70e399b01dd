import { z } from "zod";
import { hello, Layout, Paragraph } from "../layout";
import { defineLetter } from "../letter";
import { link, name } from "../props";

/** To the new address. */
export const confirmEmail = defineLetter({
  props: z.object({ firstName: name, company: name, url: link }),
  subject: ({ company }) => `Confirm your new email address for ${company}`,
  Body: ({ firstName, company, url }) => (
    <Layout
      company={company}
      heading="Confirm your new email address"
      preview="Your email address changes when you confirm it. The link is valid for 24 hours."
      action={{ label: "Confirm this address", url }}
      why={`This was sent because somebody at ${company} entered this address as theirs on Lineup. If you didn't expect this, leave it: nothing changes unless this link is used.`}
    >
      <Paragraph>{hello(firstName)}</Paragraph>
      <Paragraph>{`Confirm that this is your new email address for the text-messaging portal of ${company}. Until then the old one stays.`}</Paragraph>
      <Paragraph>The link works once and is valid for 24 hours.</Paragraph>
    </Layout>
  ),
});
