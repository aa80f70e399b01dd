/** Alive: the process answers. Says nothing about what it needs. */
export const GET = () => Response.json({ status: "ok" });
