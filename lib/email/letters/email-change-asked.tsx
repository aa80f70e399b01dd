import { z } from "zod";
import { hello, Layout, Paragraph } from "../layout";
import { defineLetter } from "../letter";
import { link, maskedEmail, name } from "../props";

/** To the old address, at once: whoever reads it can stop the change before and after it is confirmed. Without a link where it is a return. */
export const emailChangeAsked = defineLetter({
  props: z.object({ firstName: name, company: name, newEmail: maskedEmail, url: link.optional() }),
  alwaysSent: true,
  subject: ({ company }) => `Somebody asked to change your email address for ${company}`,
  Body: ({ firstName, company, newEmail, url }) => (
    <Layout
      company={company}
      heading="Your email address is about to change"
      preview={url ? "If this wasn't you, stop the change now." : "It goes back to where it was moved from."}
      {...(url && { action: { label: "This wasn't me: stop the change", url } })}
      why={`This was sent because somebody who is logged in as you at ${company} on Lineup entered another email address. If that was you, there is nothing to do.`}
    >
      <Paragraph>{hello(firstName)}</Paragraph>
      <Paragraph>{`The email address of your login at ${company} changes to ${newEmail} as soon as it is confirmed from there.`}</Paragraph>
      <Paragraph>
        {url ? STOP : `It had that address before. If you didn't expect this, tell an Admin of ${company} now.`}
      </Paragraph>
    </Layout>
  ),
});

const STOP =
  "If that wasn't you, stop it: this address stays yours, whoever is logged in as you is logged out, and you get a link to choose a new password. It works once, for 72 hours, also after the change.";
