"use client";

import { Icon } from "./icons";
import type { Theme } from "./theme";

const choices = [
  { value: "system", label: "System" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
] as const;

function choose(value: (typeof choices)[number]["value"]) {
  const { dataset } = document.documentElement;
  if (value === "system") delete dataset.theme;
  if (value !== "system") dataset.theme = value;
  const age = value === "system" ? 0 : 31_536_000;
  const [name, secure] = location.protocol === "https:" ? ["__Host-theme", "; secure"] : ["theme", ""];
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is missing in some browsers
  document.cookie = `${name}=${value}; path=/; max-age=${age}; samesite=lax${secure}`;
}

/** System, Light or Dark, at once and for a year. The layout reads the cookie, so that no page flashes. */
export function ThemeSwitch({ theme }: { theme: Theme }) {
  return (
    <fieldset className="segments themes needs-script">
      <legend className="sr-only">Theme</legend>
      {choices.map(({ value, label }) => (
        <label key={value} className="segment" title={label}>
          <input
            type="radio"
            name="theme"
            value={value}
            aria-label={label}
            defaultChecked={value === (theme ?? "system")}
            onChange={() => choose(value)}
          />
          <Icon name={value} />
        </label>
      ))}
    </fieldset>
  );
}
