import { z } from "zod";
import { hello, Layout, Paragraph } from "../layout";
import { defineLetter } from "../letter";
import { exactUsername, name } from "../props";

export const usernameReminder = defineLetter({
  props: z.object({ firstName: name, company: name, username: exactUsername }),
  subject: ({ company }) => `Your username for ${company}`,
  Body: ({ firstName, company, username }) => (
    <Layout
      company={company}
      heading="Your username"
      preview="You asked for the username that you log in with."
      why={`This was sent because somebody asked for the username of this address on the login page of Lineup, the text-messaging portal of ${company}. If you didn't expect this, leave it: a username alone lets nobody in.`}
    >
      <Paragraph>{hello(firstName)}</Paragraph>
      <Paragraph>{`You log in to the text-messaging portal of ${company} with this username:`}</Paragraph>
      <Paragraph>
        <strong>{username}</strong>
      </Paragraph>
    </Layout>
  ),
});
