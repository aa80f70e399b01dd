import { z } from "zod";
import { hello, Layout, Paragraph } from "../layout";
import { defineLetter } from "../letter";
import { link, name } from "../props";

/** To somebody who has a login already, from another company. */
export const join = defineLetter({
  props: z.object({ firstName: name, company: name, inviter: name, url: link }),
  subject: ({ company }) => `Join ${company}`,
  Body: ({ firstName, company, inviter, url }) => (
    <Layout
      company={company}
      heading={`Join ${company}`}
      preview="Log in with the login you have. The link is valid for 24 hours."
      action={{ label: `Join ${company}`, url }}
      why={`This was sent because ${inviter} invited you to ${company} on Lineup, the company's text-messaging portal, where you have a login already. If you didn't expect this, leave it: nothing changes unless you log in and join.`}
    >
      <Paragraph>{hello(firstName)}</Paragraph>
      <Paragraph>{`${inviter} invites you to the text-messaging portal of ${company}. You need no new password: log in with the login you have, then join. You can switch between your companies at any time.`}</Paragraph>
      <Paragraph>The link works once and is valid for 24 hours.</Paragraph>
    </Layout>
  ),
});
