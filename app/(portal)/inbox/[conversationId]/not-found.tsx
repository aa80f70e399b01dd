import type { Metadata } from "next";
import { NoThread } from "../live/no-thread";

export const metadata: Metadata = { title: "No conversation" };

export default function NotFound() {
  return <NoThread />;
}
