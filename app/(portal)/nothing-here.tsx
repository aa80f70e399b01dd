"use client";

import { PageHeader } from "@/components/shell/page-header";
import { ButtonLink } from "@/components/ui/button";

/** Drawn on the client's side: Next sends it along with every page, where it is hardly ever seen. */
export function NothingHere() {
  return (
    <>
      <PageHeader
        title="Not found"
        subtitle="It may have been moved or deleted, the address may have a typing error, or it belongs to another company."
      />
      <ButtonLink href="/" variant="primary">
        Back to the portal
      </ButtonLink>
    </>
  );
}
