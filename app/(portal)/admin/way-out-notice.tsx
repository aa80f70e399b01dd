import { Notice } from "@/components/ui/notice";
import type { WayOut } from "@/lib/outbox/way-out";

/** What to do about it, for who looks after the server and for who can't wait. */
const sentences: Record<Exclude<WayOut, "open">, string> = {
  "not set up":
    "Email is not set up, so nothing is sent. Set RESEND_API_KEY and MAIL_FROM on the server and start it again; what waits then leaves by itself.",
  denied:
    "The email provider refuses Lineup's emails, so nothing is sent. Look at RESEND_API_KEY, MAIL_FROM and the domain at the provider; what waits then leaves by itself.",
};

export function WayOutNotice({ way }: { way: WayOut }) {
  if (way === "open") return null;
  return (
    <Notice tone="wait">
      {sentences[way]} Until then hand the links over yourself: “Copy invitation link” is on the page of each{" "}
      <a className="link" href="/admin/users?status=Pending">
        Pending user
      </a>
      .
    </Notice>
  );
}
