"use client";

import { SomethingWrongHere } from "@/components/shell/something-wrong";

export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  return <SomethingWrongHere error={error} retry={retry} />;
}
