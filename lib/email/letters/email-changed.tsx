import { z } from "zod";
import { hello, Layout, Paragraph } from "../layout";
import { defineLetter } from "../letter";
import { maskedEmail, name } from "../props";

/** To the old address. */
export const emailChanged = defineLetter({
  props: z.object({ firstName: name, company: name, newEmail: maskedEmail }),
  alwaysSent: true,
  subject: ({ company }) => `Your email address for ${company} was changed`,
  Body: ({ firstName, company, newEmail }) => (
    <Layout
      company={company}
      heading="Your email address was changed"
      preview="If this wasn't you, tell an Admin of your company now."
      why="This was sent to the address that your login on Lineup had until now. It is the last email to it."
    >
      <Paragraph>{hello(firstName)}</Paragraph>
      <Paragraph>{`The email address of your login at ${company} is now ${newEmail}. If that was you, there is nothing to do.`}</Paragraph>
      <Paragraph>{`If you didn't expect this, tell an Admin of ${company} now: they can correct it.`}</Paragraph>
    </Layout>
  ),
});
