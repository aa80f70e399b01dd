import { cookies } from "next/headers";
import { type Theme, themeFrom } from "@/components/ui/theme";
import { cookieName } from "@/lib/cookie-name";
import { env } from "@/lib/env";

/** What the theme switch wrote. */
export async function chosenTheme(): Promise<Theme> {
  const name = cookieName("theme", { https: env().secureCookies });
  return themeFrom((await cookies()).get(name)?.value);
}
