import { z } from "zod";
import { hello, Layout, Paragraph } from "../layout";
import { defineLetter } from "../letter";
import { link, name } from "../props";

/** To an address that an Admin has entered for somebody with a login. */
export const emailEntered = defineLetter({
  props: z.object({ firstName: name, company: name, url: link }),
  subject: ({ company }) => `This is now your email address for ${company}`,
  Body: ({ firstName, company, url }) => (
    <Layout
      company={company}
      heading="This is now your email address"
      preview="Confirm that it is yours. The link is valid for 72 hours."
      action={{ label: "Confirm this address", url }}
      why={`This was sent because an Admin of ${company} entered this address for somebody's login on Lineup. If that isn't you, leave it and don't use the link: the address then stays marked as not confirmed.`}
    >
      <Paragraph>{hello(firstName)}</Paragraph>
      <Paragraph>{`An Admin of ${company} entered this address as the one of your login. Emails for you go here from now on, and you can log in with it.`}</Paragraph>
      <Paragraph>Confirm that it is yours. Until then your company sees that it is not confirmed.</Paragraph>
    </Layout>
  ),
});
