"use client";

import { useParams } from "next/navigation";
import { useState } from "react";
import { NothingHere } from "../../nothing-here";
import { LineGone } from "../live/line-gone";
import { isShown } from "../live/live";

/** A page that asked for its thread in the very moment in which its line was taken away says what that page would. */
export default function NotFound() {
  const { conversationId } = useParams<{ conversationId: string }>();
  const [wasThere] = useState(() => isShown(conversationId));
  return wasThere ? <LineGone /> : <NothingHere />;
}
