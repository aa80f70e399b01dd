/** What a username is made of: see `username` in fields.ts. Room is left for a number after it. */
const MOST = 36;

/** What is behind would be cut off anyway. */
const LONGEST = 1000;

const edges = /^[^a-z0-9]+|[^a-z0-9]+$/g;

/** A username that suggests itself: the part of an address before the @ and any +, or a name; empty where nothing does. */
export function usernameFrom({ email = "", name = "" }: { email?: string; name?: string }): string {
  const before = email.split("@")[0] ?? "";
  return allowed(before.replace(/\+.*$/s, "")) || allowed(name.trim().replace(/\s+/g, "."));
}

/** Accents are taken off ("Zoë" is "zoe"); of other alphabets nothing is left. */
const allowed = (text: string) =>
  text
    .slice(0, LONGEST)
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9._-]/g, "")
    .replace(edges, "")
    .slice(0, MOST)
    .replace(edges, "");
