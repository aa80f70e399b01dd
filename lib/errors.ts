/** What could be done instead: a page to go to, or an invitation to send again. */
export type Offer = { label: string; href: string; resendTo?: string };

/** An expected refusal, in words for the person. With a field it is shown beside that field, otherwise above the form. */
export class Refused extends Error {
  readonly field: string | undefined;
  /** What is wrong with other fields, when that is known at the same time. */
  readonly also: Record<string, string>;
  readonly offer: Offer | undefined;

  constructor(message: string, options?: { field: string; also?: Record<string, string>; offer?: Offer }) {
    super(message);
    this.name = "Refused";
    this.field = options?.field;
    this.also = options?.also ?? {};
    this.offer = options?.offer;
  }
}

/** Outside the viewer's scope nothing exists: another account's id, an unknown id and a deleted one look the same. */
export class NotFound extends Error {
  constructor() {
    super("not found");
    this.name = "NotFound";
  }
}
