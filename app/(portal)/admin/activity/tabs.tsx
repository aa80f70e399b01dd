import { Tabs } from "@/components/shell/tabs";
import { EMAILS } from "@/lib/outbox/log/email-query";

export const ActivityTabs = ({ current }: { current: "events" | "emails" }) => (
  <Tabs
    label="Activity"
    tabs={[
      { label: "Events", href: "/admin/activity", current: current === "events" },
      { label: "Emails", href: EMAILS, current: current === "emails" },
    ]}
  />
);
