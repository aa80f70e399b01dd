import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { anyAccount } from "@/lib/accounts/any-account";
import { homeOf } from "@/lib/web/home";
import { currentViewer } from "@/lib/web/viewer";

export const metadata: Metadata = { title: "Lineup" };

/** Home is wherever somebody has something to do. */
export default async function Home() {
  const viewer = await currentViewer();
  if (viewer) redirect(homeOf(viewer));
  redirect((await anyAccount()) ? "/login" : "/setup");
}
