import { z } from "zod";
import { addressOf, type Beginning, beginningOf, type Params } from "../paging";

export const CAMPAIGNS = "/campaigns";

/** Where the page of the list begins, newest first. */
export const campaignsFrom = (params: Params): Beginning =>
  beginningOf(params, (key) => z.tuple([z.iso.datetime({ precision: 3 }).regex(/^[12]/)]).safeParse(key).success);

export const campaignsAddress = (turn: { after?: string; before?: string } = {}) => addressOf(CAMPAIGNS, turn);
