import { notFound } from "next/navigation";
import { cache } from "react";
import type { Viewer } from "../access/viewer";
import { noteForbidden } from "../audit/note-forbidden";
import { tellSecurity } from "../security";
import { clientAddress, requestedPath } from "./request";

/** Somebody who is logged in asked for what is not there for them: not found, and told of, once a request. */
export async function forbidden(viewer: Viewer): Promise<never> {
  await tellForbidden(viewer);
  notFound();
}

/** The same, where the rest of what was asked for is there and done. */
export const tellForbidden = cache(async (viewer: Viewer) => {
  const { userId: person, memberId: member } = viewer;
  const page = (await requestedPath()).replace(/\?.*$/s, "");
  tellSecurity("act.forbidden", { address: await clientAddress(), person, member, page });
  await noteForbidden(viewer, page);
});
