import { z } from "zod";
import { env } from "../env";
import { addressOf, type Beginning, beginningOf, type Params } from "../paging";

export const SUBSCRIPTIONS = "/subscriptions";

/** Where the page of the list begins, newest first. */
export const subscriptionsFrom = (params: Params): Beginning =>
  beginningOf(params, (key) => z.tuple([z.iso.datetime({ precision: 3 }).regex(/^[12]/)]).safeParse(key).success);

export const subscriptionsAddress = (turn: { after?: string; before?: string } = {}) => addressOf(SUBSCRIPTIONS, turn);

/** What is printed, and sent round. */
export const joinAddress = (token: string) => `${env().appUrl}/s/${token}`;
