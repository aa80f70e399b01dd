/** An expected refusal, in words for the person. With a field it is shown beside that field, otherwise above the form. */
export class Refused extends Error {
  readonly field: string | undefined;

  constructor(message: string, options?: { field: string }) {
    super(message);
    this.name = "Refused";
    this.field = options?.field;
  }
}

/** Outside the viewer's scope nothing exists: another account's id, an unknown id and a deleted one look the same. */
export class NotFound extends Error {
  constructor() {
    super("not found");
    this.name = "NotFound";
  }
}
