"use client";

import { useParams } from "next/navigation";
import { useState } from "react";
import { NothingHere } from "../../nothing-here";
import { LineGone } from "./line-gone";
import { isShown } from "./live";

/** A page that asked for its thread in the very moment in which its line was taken away says what that page would. */
export function NoThread() {
  const { conversationId } = useParams<{ conversationId: string }>();
  const [wasThere] = useState(() => isShown(conversationId));
  return wasThere ? <LineGone thread={conversationId} /> : <NothingHere />;
}
