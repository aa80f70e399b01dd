import { z } from "zod";
import { type Country, isCountry } from "./numbers/countries";
import { keptNumber, readNumber, whyNoNumber } from "./numbers/read-number";
import { asciiAddress } from "./text/address";
import { clocks } from "./text/eyes";
import { visible, visibleName } from "./text/invisible";
import { localeOf } from "./text/locale";
import { isTimeZone } from "./text/time";
import type { WeekStart } from "./text/week";

/**
 * A short line of text: trimmed, nothing hidden in it, no control characters (PostgreSQL refuses NUL), no files. A lone
 * surrogate has become U+FFFD on its way here, so that sign is refused too.
 */
export const line = (max: number, empty: string) =>
  short(typed(empty).overwrite(unlessFarTooLong(visibleName)), max).min(1, empty);

/** A line that people copy and nobody reads letter by letter: what can't be seen in it is dropped. */
export const identifier = (max: number, empty: string) =>
  short(typed(empty).overwrite(unlessFarTooLong(visible)), max).min(1, empty);

/** More than any field takes, whatever is cleaned out of it: nobody's megabyte is looked through to be refused. */
const FAR_TOO_LONG = 10_000;

const unlessFarTooLong = (clean: (text: string) => string) => (typed: string) => {
  const text = typed.trim();
  return text.length > FAR_TOO_LONG ? text : clean(text);
};

const typed = (empty: string) =>
  z.string({ error: (issue) => (issue.input === undefined ? empty : "Enter one line of text.") });

const short = (text: z.ZodString, max: number) =>
  text
    .trim()
    .max(max, `Use ${max} characters or fewer.`)
    .refine((text) => text.isWellFormed() && !/[\p{Cc}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\ufffd]/u.test(text), {
      error: "Use letters, digits and signs only; something invisible is in there.",
    });

/** Empty means none: null. */
export const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess(
    (value) => (typeof value === "string" && value.trim() === "" ? null : (value ?? null)),
    schema.nullable(),
  );

/** Twilio takes no more in one text. */
const LONGEST_TEXT = 1600;

/** What goes out as a text or stays as a note: several lines, nothing that PostgreSQL or a telephone could not keep. */
export const words = (empty: string) =>
  z
    .string({ error: empty })
    .overwrite((typed) => typed.replace(/\r\n?/g, "\n").trim())
    .min(1, empty)
    .max(LONGEST_TEXT, "Use 1,600 characters or fewer.")
    .refine((text) => text.isWellFormed() && !/(?![\n\t])\p{Cc}|\p{Noncharacter_Code_Point}|\ufffd/u.test(text), {
      error: "Use letters, digits and signs only; something invisible is in there.",
    });

/** The same with something to see in it. */
export const seenWords = (empty: string) => words(empty).refine((text) => visibleName(text) !== "", empty);

/** A field that may be sent several times. */
export const many = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(schema));

/** A box that is ticked or not, of a form that sends an empty value with it; undefined where the form has none. */
export const tick = z.preprocess(
  (value) => (value === undefined ? undefined : [value].flat().includes("on")),
  z.boolean().optional(),
);

/** Whatever is posted, also nothing: its verb says one and the same to all that is no answer. */
export const anything = z.unknown().optional();

/** A key that is none says nothing about the form. */
export const once = z.uuid().optional().catch(undefined);
export const memberId = z.uuid("Not found.");

const half = short(typed("").overwrite(unlessFarTooLong(visibleName)), 80).default("");

/** One of the two is enough, the other is ""; for `.refine(isNamed, isNamedOr)`. */
export const firstName = half;
export const lastName = half;

export const NO_NAME = "Enter a first or a last name.";

export const isNamed = ({ firstName, lastName }: { firstName?: unknown; lastName?: unknown }) =>
  Boolean(firstName || lastName);

/** Asked also when other fields are wrong, so that all is said in one go. */
export const isNamedOr = { path: ["firstName"], error: NO_NAME, when: () => true };

export const companyName = line(120, "Enter the company's name.");

/** No @, so that login takes a username or an email; ASCII only, so that none looks like another. */
export const username = identifier(40, "Enter a username.").regex(/^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/, {
  error: "Use letters, digits, dots, dashes and underscores, starting and ending with a letter or digit.",
});

/** One address, no display name, no quoting; its domain as mail servers know it, in whichever letters it was typed. */
export const email = identifier(254, "Enter an email address.").transform((text, context) => {
  const address = asciiAddress(text);
  if (address !== null) return address;
  context.addIssue({
    code: "custom",
    message: "That doesn't look like an email address. Write it like name@example.com.",
  });
  return z.NEVER;
});

/** A language and a country: how dates and numbers are written. */
export const locale = z.string({ error: "Choose a date format." }).transform((tag, context) => {
  const known = localeOf(tag);
  if (known) return known;
  context.addIssue({ code: "custom", message: "Choose a date format." });
  return z.NEVER;
});

export const clock = z.enum(clocks, "Choose 12 or 24 hours.");

export const weekStart = z.enum(["mon", "sat", "sun"] satisfies WeekStart[], "Choose a day.");

export const timeZone = z.string({ error: "Choose a time zone." }).refine(isTimeZone, "Choose a time zone.");

/** A phone number as people write it in that country, kept as E.164 with an extension (see keptNumber). */
export const phone = (country: Country) => telephone(country).transform((number) => keptNumber(number));

/** A number that texts are sent from and to. */
export const textNumber = (country: Country) =>
  telephone(country).transform(({ e164, extension }, context) => {
    if (!extension) return e164;
    context.addIssue(`A text goes to no extension. Leave “ext. ${extension}” away.`);
    return z.NEVER;
  });

const telephone = (country: Country) =>
  identifier(60, "Enter a phone number.").transform((typed, context) => {
    const number = readNumber(typed, country);
    if (number) return number;
    context.addIssue(whyNoNumber(typed, country));
    return z.NEVER;
  });

export const country = z.string({ error: "Choose a country." }).refine(isCountry, "Choose a country.");

/** What was typed as a password: any characters; judged by `refuseWeak`, never trimmed. 10 kB is no password. */
export const typedPassword = (empty: string) =>
  z
    .string({ error: empty })
    .min(1, empty)
    .max(1000, "Use 1,000 characters or fewer.")
    .refine(
      (text) => text.isWellFormed() && !/[\0\ufffd]/.test(text),
      "Something in there can't be typed on a keyboard.",
    );

/** Where the password is asked for again only when it was given a while ago; empty means not given. */
export const currentPassword = optional(typedPassword("Enter your current password."));
