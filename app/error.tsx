"use client";

import { SomethingWrong } from "@/components/shell/something-wrong";
import type { Wrong } from "@/components/ui/ways-on";

export default function ErrorPage(wrong: Wrong) {
  return <SomethingWrong {...wrong} />;
}
