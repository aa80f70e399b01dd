"use server";

import { AddSubscriptionLink, addSubscriptionLink } from "@/lib/subscriptions/add";
import { CloseSubscriptionLink, closeSubscriptionLink } from "@/lib/subscriptions/close";
import { SUBSCRIPTIONS } from "@/lib/subscriptions/subscriptions-query";
import { goTo, stay } from "@/lib/web/back";
import { formAction } from "@/lib/web/form-action";

export const add = formAction(AddSubscriptionLink, addSubscriptionLink, ({ group }) =>
  goTo(SUBSCRIPTIONS, `Whoever has the link can join ${group} now.`),
);
export const close = formAction(CloseSubscriptionLink, closeSubscriptionLink, () =>
  stay("The link is closed. Who has joined stays in the group."),
);
