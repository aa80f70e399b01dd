import type { ReactNode } from "react";
import { SignedOut } from "@/components/shell/signed-out";
import { ButtonLink } from "@/components/ui/button";
import { Flash } from "./flash";

type Props = { title: string; sentence: string; next: { href: string; label: string }; footer?: ReactNode };

/** A link that does nothing any more: why, and the way on. */
export function DeadLink({ title, sentence, next, footer }: Props) {
  return (
    <SignedOut title={title} sentence={sentence} footer={footer}>
      <Flash />
      <ButtonLink href={next.href} variant="primary">
        {next.label}
      </ButtonLink>
    </SignedOut>
  );
}
