"use client";

import { useEffect, useRef } from "react";
import { Field } from "@/components/form/field";
import { usernameFrom } from "@/lib/username-from";

/** Follows the address, or the name until there is one, for as long as nobody has typed another. */
export function ProposedUsername() {
  const here = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const form = here.current?.closest("form");
    const field = here.current?.querySelector("input");
    if (!form || !field) return;
    let proposed = "";
    const value = (name: string) => form.querySelector<HTMLInputElement>(`[name="${name}"]`)?.value ?? "";
    function follow({ target }: Event) {
      if (!field || target === field || field.value !== proposed) return;
      const name = `${value("firstName")} ${value("lastName")}`;
      proposed = usernameFrom({ email: value("email"), name });
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
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
    </div>
  );
}
