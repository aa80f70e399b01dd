import type { ReactNode } from "react";
import { can } from "@/lib/access/can";
import { wayOut } from "@/lib/outbox/way-out";
import { currentViewer } from "@/lib/web/viewer";
import { WayOutNotice } from "./way-out-notice";

/** Says on every page of an Admin's that emails don't leave. It never gates: each page asks for its viewer itself. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const viewer = await currentViewer();
  const isTold = viewer !== null && can(viewer, "users.manage");
  return (
    <>
      {isTold && <WayOutNotice way={await wayOut()} />}
      {children}
    </>
  );
}
