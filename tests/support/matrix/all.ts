import { CAMPAIGN_ACTIONS } from "./campaigns";
import { CONTACT_ACTIONS } from "./contacts";
import { GROUP_ACTIONS } from "./groups";
import { MANY_ACTIONS } from "./many";
import { MEMBER_ACTIONS } from "./members";
import { NUMBER_ACTIONS } from "./numbers";
import { SUBSCRIPTION_ACTIONS } from "./subscriptions";
import type { Row } from "./target";

/** Every action that needs a right, and how it is done. */
export const ACTIONS: Record<string, Row> = {
  ...MEMBER_ACTIONS,
  ...NUMBER_ACTIONS,
  ...GROUP_ACTIONS,
  ...MANY_ACTIONS,
  ...CONTACT_ACTIONS,
  ...CAMPAIGN_ACTIONS,
  ...SUBSCRIPTION_ACTIONS,
};
