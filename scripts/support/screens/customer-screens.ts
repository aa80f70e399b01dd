import type { Page } from "@playwright/test";
import type { customersPages } from "./customers";
import { fillAnd, press, type Screen } from "./screen";

const askToSubscribe = async (page: Page) => {
  await fillAnd({ "Phone Number": "(202) 555-0188" }, "Subscribe")(page);
  await page.getByText("answer YES to it").waitFor();
};

/** Subscription links, and what customers open. */
export const customerScreens = (customers: Awaited<ReturnType<typeof customersPages>>): Screen[] => [
  { name: "subscriptions", who: "ana", path: "/subscriptions" },
  { name: "subscriptions-nothing", who: "newcomer", path: "/subscriptions" },
  { name: "subscriptions-new", who: "ana", path: "/subscriptions/new" },
  { name: "subscriptions-new-empty", who: "ana", path: "/subscriptions/new", act: press("Create Link") },
  { name: "subscribe", who: "nobody", path: customers.subscribe },
  {
    name: "subscribe-refused",
    who: "nobody",
    path: customers.subscribe,
    act: fillAnd({ "Phone Number": "12" }, "Subscribe"),
  },
  {
    name: "subscribe-asked",
    who: "nobody",
    path: customers.subscribe,
    act: askToSubscribe,
  },
  { name: "subscribe-closed", who: "nobody", path: customers.closed },
  { name: "subscribe-dead", who: "nobody", path: "/s/nobodys" },
  { name: "stop-texts", who: "nobody", path: customers.unsubscribe },
  { name: "stop-texts-stopped", who: "nobody", path: customers.stopped },
  { name: "stop-texts-dead", who: "nobody", path: "/u/nobodys" },
];
