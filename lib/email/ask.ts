import { type ErrorResponse, Resend } from "resend";
import { env } from "../env";

/** A provider that hangs costs one lane this long. */
export const TIMEOUT_MS = 10_000;

type Answer<T> = ({ data: T; error: null } | { data: null; error: ErrorResponse }) & {
  headers: Record<string, string> | null;
};

/**
 * Resend's client, but what came counts: the status is the answer's own, not what its body claims, and a body that is no
 * JSON is no answer. It follows no redirect, which would make a GET of it. Never throws.
 */
class Client extends Resend {
  override async fetchRequest<T>(path: string, options: RequestInit = {}): Promise<Answer<T>> {
    let status: number | null = null;
    let headers: Record<string, string> = {};
    try {
      const response = await fetch(`${this.baseUrl}${path}`, { ...options, redirect: "manual" });
      status = response.status;
      headers = Object.fromEntries(response.headers.entries());
      const body: unknown = await response.json().catch(() => null);
      if (response.ok) return { data: body as T, error: null, headers };
      const { name, message } = { ...(body as Partial<ErrorResponse> | null) };
      return failed(status, headers, { name: name ?? "application_error", message: String(message ?? "") });
    } catch {
      return failed(status, headers, { name: "application_error", message: "no answer" });
    }
  }
}

const failed = (status: number | null, headers: Record<string, string>, said: Omit<ErrorResponse, "statusCode">) => ({
  data: null,
  error: { ...said, statusCode: status },
  headers,
});

export function resendClient(apiKey: string): Resend {
  const { resendBaseUrl } = env();
  return new Client(apiKey, resendBaseUrl ? { baseUrl: resendBaseUrl.replace(/\/+$/, "") } : {});
}
