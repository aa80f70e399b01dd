import type { Metadata } from "next";
import { SignedOut } from "@/components/shell/signed-out";
import { ButtonLink } from "@/components/ui/button";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <SignedOut
      title="Not found"
      sentence="It may have been moved or deleted, the address may have a typing error, or it belongs to another company."
    >
      <ButtonLink href="/" variant="primary">
        Back to the portal
      </ButtonLink>
    </SignedOut>
  );
}
