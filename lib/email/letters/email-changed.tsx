import { z } from "zod";
import { hello, Layout, Paragraph } from "../layout";
import { defineLetter } from "../letter";
import { link, maskedEmail, name } from "../props";

/** To the old address. With a link where the person themself asked for it: then it can be taken back from here. */
export const emailChanged = defineLetter({
  props: z.object({ firstName: name, company: name, newEmail: maskedEmail, url: link.optional() }),
  alwaysSent: true,
  subject: ({ company }) => `Your email address for ${company} was changed`,
  Body: ({ firstName, company, newEmail, url }) => (
    <Layout
      company={company}
      heading="Your email address was changed"
      preview={url ? "If this wasn't you, take it back now." : "If this wasn't you, tell an Admin of your company now."}
      {...(url && { action: { label: "This wasn't me: take it back", url } })}
      why="This was sent to the address that your login on Lineup had until now. If the change was yours, it is the last email to it."
    >
      <Paragraph>{hello(firstName)}</Paragraph>
      <Paragraph>{`The email address of your login at ${company} is now ${newEmail}. If that was you, there is nothing to do.`}</Paragraph>
      <Paragraph>
        {url ? TAKE_BACK : `If you didn't expect this, tell an Admin of ${company} now: they can correct it.`}
      </Paragraph>
    </Layout>
  ),
});

const TAKE_BACK =
  "If it wasn't, take it back within 72 hours: this address is yours again, whoever is logged in as you is logged out, and you get a link to choose a new password.";
