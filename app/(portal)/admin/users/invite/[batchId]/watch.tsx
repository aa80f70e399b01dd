"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const EVERY = 1500;

/** Asks for the page anew while something is under way and somebody looks. Without a script there is the link. */
export function Watch() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) router.refresh();
    }, EVERY);
    return () => clearInterval(timer);
  }, [router]);
  return null;
}
