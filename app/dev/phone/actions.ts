"use server";

import { WriteAsCustomer, writeAsCustomer } from "@/lib/messages/phone/write-as-customer";
import { goTo } from "@/lib/web/back";
import { visitorAction } from "@/lib/web/form-action";

export const write = visitorAction(WriteAsCustomer, writeAsCustomer, ({ from, to }) =>
  goTo(`/dev/phone?${new URLSearchParams({ from, to })}`),
);
