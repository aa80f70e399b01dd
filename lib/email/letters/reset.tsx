import { z } from "zod";
import { hello, Layout, Paragraph } from "../layout";
import { defineLetter } from "../letter";
import { link, name } from "../props";

export const reset = defineLetter({
  props: z.object({ firstName: name, company: name, url: link }),
  subject: ({ company }) => `Reset your password for ${company}`,
  Body: ({ firstName, company, url }) => (
    <Layout
      company={company}
      heading="Reset your password"
      preview="Choose a new password. The link is valid for 1 hour."
      action={{ label: "Choose a new password", url }}
      why={`This was sent because you, or an Admin of ${company}, asked for a reset link on Lineup. If you didn't expect this, leave it: your password stays as it is unless this link is used.`}
    >
      <Paragraph>{hello(firstName)}</Paragraph>
      <Paragraph>{`Choose a new password for the text-messaging portal of ${company}. You are then logged out everywhere and log in with the new one.`}</Paragraph>
      <Paragraph>The link works once and is valid for 1 hour.</Paragraph>
    </Layout>
  ),
});
