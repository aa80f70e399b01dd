import { Tabs } from "@/components/shell/tabs";

const tabs = ["details", "access", "history"] as const;
export type Tab = (typeof tabs)[number];

export const tabIn = (asked: string): Tab | null => tabs.find((tab) => tab === asked) ?? null;

const WORDS: Readonly<Record<Tab, string>> = { details: "Details", access: "Access", history: "History" };

/** What an Admin comes for. Without a choice all of it stands below, the details first. */
export const PersonTabs = ({ memberId, tab }: { memberId: string; tab: Tab | null }) => (
  <div className="-mb-[13px] print:hidden">
    <Tabs
      label="Parts of this page"
      tabs={tabs.map((each) => ({
        href: `/admin/users/${memberId}?tab=${each}`,
        label: WORDS[each],
        current: each === (tab ?? "details"),
      }))}
    />
  </div>
);
