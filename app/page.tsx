import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { can } from "@/lib/access/can";
import { anyAccount } from "@/lib/accounts/any-account";
import { currentViewer } from "@/lib/web/viewer";

export const metadata: Metadata = { title: "Lineup" };

/** Home is wherever somebody has something to do. */
export default async function Home() {
  const viewer = await currentViewer();
  if (viewer) redirect(can(viewer, "account.view") ? "/admin/users" : "/settings/profile");
  redirect((await anyAccount()) ? "/login" : "/setup");
}
