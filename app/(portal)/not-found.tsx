import type { Metadata } from "next";
import { NothingHere } from "./nothing-here";

export const metadata: Metadata = { title: "Not found" };

/** Where the navigation stands around it already. */
export default function NotFound() {
  return <NothingHere />;
}
