import type { Along } from "@/components/form/along";

/** What is written in a thread, a text or a note: one form, by this id. */
export const COMPOSER = "composer";

/** With whoever may write; anybody else has nothing to lose. */
export const alongIn = ({ maySend }: { maySend: boolean }, act: string): Along | undefined =>
  maySend ? { form: COMPOSER, act } : undefined;
