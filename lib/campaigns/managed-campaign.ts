import { and, eq } from "drizzle-orm";
import { campaigns } from "@/db/schema";
import { campaignsWithin } from "../access/scope";
import type { Viewer } from "../access/viewer";
import type { Change } from "../change";

/** One that the viewer may change, locked until the change is done. */
export const managedCampaign = (c: Change, viewer: Viewer, id: string) =>
  c.one(
    c.tx
      .select()
      .from(campaigns)
      .where(and(eq(campaigns.id, id), campaignsWithin(viewer)))
      .for("no key update"),
  );

export type ManagedCampaign = Awaited<ReturnType<typeof managedCampaign>>;
