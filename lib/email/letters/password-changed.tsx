import { z } from "zod";
import { hello, Layout, Paragraph } from "../layout";
import { defineLetter } from "../letter";
import { name } from "../props";

export const passwordChanged = defineLetter({
  props: z.object({ firstName: name, company: name }),
  alwaysSent: true,
  subject: ({ company }) => `Your password for ${company} was changed`,
  Body: ({ firstName, company }) => (
    <Layout
      company={company}
      heading="Your password was changed"
      preview="If this wasn't you, tell an Admin of your company now."
      why="This was sent because a new password was saved for your login on Lineup. It goes to you whenever that happens."
    >
      <Paragraph>{hello(firstName)}</Paragraph>
      <Paragraph>{`The password of your login at ${company} was changed. If that was you, there is nothing to do.`}</Paragraph>
      <Paragraph>
        {`If you didn't expect this, tell an Admin of ${company} now, and use "Forgot password?" on the login page.`}
      </Paragraph>
    </Layout>
  ),
});
