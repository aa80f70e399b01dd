import type { IncomingHttpHeaders } from "node:http";

/** What a program asks, as our own server has read it at the door: its path with its query, and what it posts, whole. */
export type Asked = { url: string; headers: IncomingHttpHeaders; body: string };

/** Without `type` it has nothing to say. */
export type Answered = { status: number; type?: "application/json" | "text/xml"; body?: string };

export const headerOf = ({ headers }: Asked, name: string): string => String(headers[name] ?? "");
