"use client";

import { useEffect, useRef } from "react";
import { Field } from "@/components/form/fields/field";
import { usernameFrom } from "@/lib/text/username-from";

/** Proposes one that follows the address, or the name until there is one, for as long as nobody has typed another. */
export function UsernameField({ autoComplete }: { autoComplete: "off" | "username" }) {
  const here = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const form = here.current?.closest("form");
    const field = here.current?.querySelector("input");
    if (!form || !field) return;
    const value = (name: string) => form.querySelector<HTMLInputElement>(`[name="${name}"]`)?.value ?? "";
    const proposal = () => usernameFrom({ email: value("email"), name: `${value("firstName")} ${value("lastName")}` });
    // What was brought back may be what was proposed before: that is nobody's choice either.
    let proposed = field.value === proposal() ? field.value : "";
    let isTyped = false;
    function follow({ target }: Event) {
      if (!field) return;
      // Also what somebody types just as it was proposed is their choice.
      if (target === field) isTyped = field.value !== "";
      if (target === field || isTyped || field.value !== proposed) return;
      proposed = proposal();
      field.value = proposed;
    }
    form.addEventListener("input", follow);
    return () => form.removeEventListener("input", follow);
  }, []);
  return (
    <div ref={here} className="contents">
      <Field
        name="username"
        label="Username"
        hint="Choose carefully; it cannot be changed later."
        autoComplete={autoComplete}
        autoCapitalize="none"
        spellCheck={false}
      />
    </div>
  );
}
