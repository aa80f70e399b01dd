import { newOnce } from "@/components/form/answer";

/** `whose`: "self" for one's own row, "guest" for somebody whose login belongs to another company. */
type MenuRow = {
  once: string;
  page: string;
  memberId: string;
  label: string;
  status: string;
  whose: string | undefined;
};

/** Whose row it is, as its "⋯" says it. */
export const readRow = (link: HTMLAnchorElement): MenuRow => ({
  once: newOnce(),
  page: link.pathname,
  memberId: link.pathname.split("/").at(-1) ?? "",
  label: link.getAttribute("aria-label") ?? "",
  status: link.dataset.status ?? "Active",
  whose: link.dataset.menu,
});

const resend = { act: "resend", label: "Resend invitation" } as const;
const copyLink = { act: "copyLink", label: "Copy invitation link" } as const;
const reset = { act: "reset", label: "Reset Password" } as const;
const disable = { act: "disable", label: "Disable" } as const;
const enable = { act: "enable", label: "Enable" } as const;

/** What makes sense for the person now; the verbs refuse the rest. */
export function acts({ status, whose }: { status: string; whose: string | undefined }) {
  if (whose === "self") return [reset];
  if (status === "Pending") return [resend, copyLink, disable];
  if (status === "Disabled") return [enable];
  return whose === "guest" ? [disable] : [reset, disable];
}
