import { z } from "zod";
import { hello, Layout, Paragraph } from "../layout";
import { defineLetter } from "../letter";
import { name } from "../props";

/** To somebody whose tries to log in strangers have used up; once a day. */
export const loginAttempts = defineLetter({
  props: z.object({ firstName: name, company: name }),
  subject: ({ company }) => `Somebody is trying to log in as you at ${company}`,
  Body: ({ firstName, company }) => (
    <Layout
      company={company}
      heading="Somebody is trying to log in as you"
      preview="They were refused. Where you have logged in with your present password you can go on as always."
      why="This was sent because wrong passwords were given for your login on Lineup, ten within a quarter of an hour. It is sent once a day at most."
    >
      <Paragraph>{hello(firstName)}</Paragraph>
      <Paragraph>{`Ten wrong passwords were given for your login at ${company}, from a browser in which you have not logged in with your present one. Nobody got in.`}</Paragraph>
      <Paragraph>
        In the browsers in which you have logged in with your present password you can log in as always. In any other,
        logging in as you is paused for a quarter of an hour; Forgot password ends that at once.
      </Paragraph>
      <Paragraph>
        If that was you, there is nothing to do. If not, and you use your password elsewhere too, choose another one in
        Settings, Security. When and from where it was tried stands there as well.
      </Paragraph>
    </Layout>
  ),
});
