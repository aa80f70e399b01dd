import { z } from "zod";
import { hello, Layout, Paragraph } from "../layout";
import { defineLetter } from "../letter";
import { link, name } from "../props";

export const welcome = defineLetter({
  props: z.object({ firstName: name, company: name, inviter: name, url: link }),
  subject: ({ company }) => `Welcome to ${company}`,
  Body: ({ firstName, company, inviter, url }) => (
    <Layout
      company={company}
      heading={`Welcome to ${company}`}
      preview="Create your password to log in. The link is valid for 24 hours."
      action={{ label: "Create your password", url }}
      why={`This was sent because ${inviter} added you to ${company} on Lineup, the company's text-messaging portal. If you didn't expect this, leave it: nobody can log in with your address unless this link is used.`}
    >
      <Paragraph>{hello(firstName)}</Paragraph>
      <Paragraph>{`${inviter} has added you to the text-messaging portal of ${company}. Create your password to log in.`}</Paragraph>
      <Paragraph>The link works once and is valid for 24 hours.</Paragraph>
    </Layout>
  ),
});
