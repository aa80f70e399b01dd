"use client";

import { Moment } from "@/app/moment";
import { Pill } from "@/components/ui/pill";
import type { SaidTime } from "@/lib/text/time-words";

/** One contact as the list says them, in words ready to be drawn. */
export type ContactLine = {
  id: string;
  name: string;
  phone: string | null;
  company: string | null;
  email: string | null;
  addedAt: SaidTime;
  /** Whether they can be texted. */
  texts: "Allowed" | "Opted out" | "Unreachable";
  /** Whether the viewer may change them. */
  manages: boolean;
};

type Props = { lines: readonly ContactLine[]; hasTicks: boolean };

/** Drawn on the client's side of React: a server component would send each row twice, as HTML and as markup in the payload. */
export const ContactRows = ({ lines, hasTicks }: Props) => <tbody>{lines.map((line) => row(line, hasTicks))}</tbody>;

const CUT = "overflow-hidden text-ellipsis whitespace-nowrap";

const row = ({ id, name, phone, company, email, addedAt, texts, manages }: ContactLine, hasTicks: boolean) => (
  <tr key={id} className="max-sm:grid max-sm:grid-cols-[auto_minmax(0,1fr)_auto] max-sm:items-center">
    {hasTicks && (
      <td className="tick max-sm:row-span-2">
        {manages && (
          <input type="checkbox" name="contact" value={id} className="align-middle" aria-label={`Select ${name}`} />
        )}
      </td>
    )}
    <td className={`who max-w-60 font-medium ${CUT}`} title={name}>
      <a href={`/contacts/${id}`}>{name}</a>
    </td>
    <td className="whitespace-nowrap text-ink-2 max-sm:col-start-2 max-sm:row-start-2 max-sm:pt-0 max-sm:empty:hidden">
      {phone}
    </td>
    <td className={`max-w-48 max-lg:hidden ${CUT}`} title={company ?? ""}>
      {company}
    </td>
    <td className={`max-w-60 max-lg:hidden ${CUT}`} title={email ?? ""}>
      {email}
    </td>
    <td className="max-sm:col-start-3 max-sm:row-start-1">
      {texts === "Allowed" ? (
        <span className="max-sm:hidden">{texts}</span>
      ) : (
        <Pill tone={texts === "Unreachable" ? "bad" : "off"}>{texts}</Pill>
      )}
    </td>
    <td className="whitespace-nowrap text-ink-2 max-sm:hidden">
      <Moment said={addedAt} />
    </td>
  </tr>
);
