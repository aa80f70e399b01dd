"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { whenAnswered } from "@/components/form/acting";

const EVERY = 1500;

/** Asks for the page anew while something is under way and somebody looks. Without a script there is the link. */
export function Watch() {
  const router = useRouter();
  useEffect(() => {
    let isLeft = false;
    const ask = () => isLeft || router.refresh();
    const timer = setInterval(() => {
      if (!document.hidden) whenAnswered(ask);
    }, EVERY);
    return () => {
      isLeft = true;
      clearInterval(timer);
    };
  }, [router]);
  return null;
}
