import NextAuth from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { cookieName } from "../cookie-name";
import { env } from "../env";

declare module "next-auth" {
  interface User {
    sessionToken: string;
  }
}
declare module "next-auth/jwt" {
  interface JWT {
    sessionToken?: string;
  }
}

export const sessionCookie = () => cookieName("lineup.session", { https: env().secureCookies });

/** Longer than any session may last: the sessions row decides, by the database's clock, never the cookie. */
const COOKIE_SECONDS = 30 * 24 * 3600;

/**
 * NextAuth keeps the cookie: encrypted under AUTH_SECRET, HttpOnly, SameSite=Lax. All it carries is the session's secret;
 * the login verb has checked the person before. There is no route handler, so nothing outside can call it.
 */
export const { signIn, signOut } = NextAuth(() => {
  const options = { httpOnly: true, sameSite: "lax", path: "/", secure: env().secureCookies } as const;
  return {
    trustHost: true,
    secret: env().authSecret,
    session: { strategy: "jwt", maxAge: COOKIE_SECONDS },
    pages: { signIn: "/login" },
    cookies: {
      sessionToken: { name: sessionCookie(), options },
      // Where to go next is our own form's business: this one is gone as soon as it is set.
      callbackUrl: {
        name: cookieName("lineup.next", { https: env().secureCookies }),
        options: { ...options, maxAge: 0 },
      },
    },
    providers: [
      Credentials({
        credentials: { sessionToken: {} },
        authorize: ({ sessionToken }) => (typeof sessionToken === "string" ? { sessionToken } : null),
      }),
    ],
    callbacks: {
      // Only what authorize() returned is taken over, and only at login: a client can post to `session`, never to this.
      jwt: ({ token, user }) => (user ? { sessionToken: user.sessionToken } : token),
    },
  };
});
