import { eq } from "drizzle-orm";
import { z } from "zod";
import { accounts } from "@/db/schema";
import { accountManagedBy } from "../access/scope";
import type { Viewer } from "../access/viewer";
import { change } from "../change";
import { changed, isChanged } from "../changed";
import * as fields from "../fields";
import { type Home, isCountry } from "../numbers/countries";
import { refuseOverwrite, revision } from "../revision";
import { companyInformation } from "./get-company";

/** An address on the web as people write it, kept whole; nothing but http and https, so that it can be a link. */
const website = fields.line(200, "Enter a website.").transform((text, context) => {
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (URL.canParse(whole)) {
    const { protocol, hostname, username, password, href } = new URL(whole);
    const plain = hostname.includes(".") && username === "" && password === "";
    if (plain && (protocol === "https:" || protocol === "http:")) return href;
  }
  context.addIssue({ code: "custom", message: "Write it like https://example.com." });
  return z.NEVER;
});

const people = z.coerce
  .number("Enter a number.")
  .int("Enter a whole number.")
  .min(0, "Enter 0 or more.")
  .max(10_000_000, "Enter 10,000,000 or less.");

/** A telephone number is read as in the country that is chosen beside it. */
export const EditCompany = (home: Home, typed: Record<string, unknown> = {}) =>
  z.object({
    name: fields.companyName,
    address: fields.optional(fields.line(200, "Enter an address.")),
    country: fields.country.default(home.country),
    phone: fields.optional(fields.phone(isCountry(typed.country) ? typed.country : home.country)),
    website: fields.optional(website),
    timeZone: fields.timeZone,
    /** Campaigns to more people than that want a second person's word. */
    confirmAbove: fields.optional(people),
    revision,
    once: fields.once,
  });

/** Company information. Refused when somebody else saved since the form was opened. */
export const editCompany = (viewer: Viewer, input: z.output<ReturnType<typeof EditCompany>>) =>
  change(viewer, input.once, async (c) => {
    const { once: _, revision, ...after } = input;
    const before = await c.one(
      c.tx
        .select({ id: accounts.id, ...companyInformation })
        .from(accounts)
        .where(accountManagedBy(viewer))
        .for("no key update"),
    );
    refuseOverwrite(before, { revision });
    await c.tx.update(accounts).set(after).where(eq(accounts.id, before.id));
    const details = changed(before, after);
    if (!isChanged(details)) return c.unchanged(undefined);
    c.record("company.edited", { accountId: before.id, id: before.id, name: after.name }, details);
  });
