"use client";

import { SomethingWrong, type Wrong } from "@/components/shell/something-wrong";

export default function ErrorPage(wrong: Wrong) {
  return <SomethingWrong {...wrong} />;
}
