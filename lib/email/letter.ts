import type { ReactElement } from "react";
import type { z } from "zod";

type Definition<S extends z.ZodType> = {
  /** What the letter is made of, from `props.ts`; the type of its props follows from it. */
  props: S;
  subject: (props: z.output<S>) => string;
  Body: (props: z.output<S>) => ReactElement;
  /** News about the person's own login: sent although they are disabled or deleted meanwhile. */
  alwaysSent?: true;
};

export type Drawing = { subject: string; element: ReactElement };

/** A letter: `draw` parses the props, makes them harmless and gives the subject and the element to render. */
export function defineLetter<S extends z.ZodType>({ props: schema, subject, Body, alwaysSent }: Definition<S>) {
  const draw = (raw: unknown): Drawing => {
    const props = schema.parse(raw);
    return { subject: subject(props), element: Body(props) };
  };
  return { schema, alwaysSent: alwaysSent ?? false, draw };
}
