import { sendAgainFrom } from "@/lib/form-state";
import type { Page } from "../intercept";

/**
 * A page was open while Lineup was updated, and its form's action is known no more: the browser sends the form on, body
 * and all, to where what was typed is kept (app/send-again/route.ts).
 */
export const unknownFormPage = (url: string): Page => ({
  status: 307,
  body: "",
  headers: { location: sendAgainFrom(url) },
});
