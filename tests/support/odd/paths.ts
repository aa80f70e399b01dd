import { readdirSync } from "node:fs";

/** The addresses of all pages and routes in a folder of `app`, with `id` wherever one names something. */
const pathsIn = (folder: string, id: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file))
    .map((file) => file.replace(/\/?(page\.tsx|route\.ts)$/, "").replace(/\([^)]*\)\/?/g, ""))
    .map((file) => `/${file.replace(/\[[^\]]*\]/g, id)}`);

/** Behind the login. */
export const portalPaths = (id: string) => pathsIn("app/(portal)", id);

/** All there is, some of it once more as links lead there, and what there is not. */
export const everyPath = () => [
  ...pathsIn("app", "x"),
  ...["reset-password", "welcome", "confirm-email", "keep-email"].map((page) => `/${page}?token=x`),
  ...[
    "/send-again?page=%2Flogin",
    "/send-again?page=%2Flogin%2F%E2%80%AE%E2%A0%80",
    "/nowhere",
    "/api/nothing",
    "/api/webhooks/resend/",
    "/_global-error",
    "/_not-found",
  ],
];
