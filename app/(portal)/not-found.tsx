import type { Metadata } from "next";
import { PageHeader } from "@/components/shell/page-header";
import { ButtonLink } from "@/components/ui/button";

export const metadata: Metadata = { title: "Not found" };

/** Where the navigation stands around it already. */
export default function NotFound() {
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
