/** What could be done instead: a page to go to, an invitation to send again, or to let whoever opened the page log in. */
export type Remedy = { label: string; href: string; resendTo?: string; makesWay?: true };

/** An expected refusal, in words for the person. With a field it is shown beside that field, otherwise above the form. */
export class Refused extends Error {
  readonly field: string | undefined;
  /** What is wrong with other fields, when that is known at the same time. */
  readonly also: Record<string, string>;
  readonly offer: Remedy | undefined;
  /** Where the form's page is there no more, as of `Gone`: the next one. */
  readonly wayOn: string | undefined;

  constructor(
    message: string,
    options?: { field?: string; also?: Record<string, string>; offer?: Remedy; wayOn?: string },
  ) {
    super(message);
    this.name = "Refused";
    this.field = options?.field;
    this.also = options?.also ?? {};
    this.offer = options?.offer;
    this.wayOn = options?.wayOn;
  }
}

/** All that is wrong, field by field as the form has them; what is not wrong says nothing. Of nothing, nothing. */
export function refusedFields(wrong: Readonly<Record<string, string | false | undefined>>, offer?: Remedy) {
  const said = Object.entries(wrong).flatMap(([field, words]) => (words ? [[field, words] as const] : []));
  const [first, ...others] = said;
  if (!first) return undefined;
  return new Refused(first[1], { field: first[0], also: Object.fromEntries(others), ...(offer && { offer }) });
}

/** Outside the viewer's scope nothing exists: another account's id, an unknown id and a deleted one look the same. */
export class NotFound extends Error {
  constructor() {
    super("not found");
    this.name = "NotFound";
  }
}

/** Not found any more by somebody who knew it, and so is told why; `wayOn`: the page to go on from. */
export class Gone extends NotFound {
  constructor(
    readonly words: string,
    readonly wayOn: string,
  ) {
    super();
    this.name = "Gone";
  }
}
