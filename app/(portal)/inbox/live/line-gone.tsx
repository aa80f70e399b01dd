import { Notice } from "@/components/ui/notice";

/** In place of a thread that one may see no more. */
export const LineGone = () => (
  <Notice tone="bad">
    <h1 className="text-[length:inherit]">You no longer have this line.</h1>
    <a className="link" href="/inbox">
      Inbox
    </a>
  </Notice>
);
