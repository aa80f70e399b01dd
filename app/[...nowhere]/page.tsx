import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requestedPath } from "@/lib/web/request";
import { NOWHERE } from "@/lib/web/server/refusal/not-found-page";
import { currentViewer } from "@/lib/web/viewer";
import PortalLayout from "../(portal)/layout";
import InPortal from "../(portal)/not-found";
import Outside from "../not-found";

export const metadata: Metadata = { title: "Not found" };

/**
 * Every address that is no other page's, so that the buttons around it work there without a script. Its look is asked for
 * by our server alone, from inside, and shown for whatever is not there.
 */
export default async function Nowhere() {
  if ((await requestedPath()) !== NOWHERE) notFound();
  const viewer = await currentViewer();
  if (!viewer) return <Outside />;
  return (
    <PortalLayout>
      <InPortal />
    </PortalLayout>
  );
}
