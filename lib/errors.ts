/** An expected refusal, in words for the person. With a field it is shown beside that field, otherwise above the form. */
export class Refused extends Error {
  readonly field: string | undefined;
  /** What is wrong with other fields, when that is known at the same time. */
  readonly also: Record<string, string>;

  constructor(message: string, options?: { field: string; also?: Record<string, string> }) {
    super(message);
    this.name = "Refused";
    this.field = options?.field;
    this.also = options?.also ?? {};
  }
}

/** Outside the viewer's scope nothing exists: another account's id, an unknown id and a deleted one look the same. */
export class NotFound extends Error {
  constructor() {
    super("not found");
    this.name = "NotFound";
  }
}
