import { Notice } from "@/components/ui/notice";
import type { Told } from "./notice-words";

/** What should not be learnt too late, each the way to whom or what it is about. */
export const NoticeBox = ({ told }: { told: readonly Told[] }) =>
  told.length > 0 && (
    <Notice tone="wait">
      <ul>
        {told.map(({ words, href }) => (
          <li key={href}>
            {words}{" "}
            <a className="link" href={href}>
              Show
              <span className="sr-only"> {words}</span>
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  );

/** The same in one line, beside the tabs of a list, so that it takes no room from the rows. */
export const NoticeLine = ({ told }: { told: readonly Told[] }) =>
  told.length > 0 && (
    <nav aria-label="Notices" className="ml-auto flex items-center gap-1 print:hidden">
      {told.map(({ words, short, href }) => (
        <a
          key={href}
          href={href}
          title={words}
          className="rounded-1 px-1.5 py-1 text-small text-wait underline underline-offset-2 focus-visible:-outline-offset-2"
        >
          {short}
        </a>
      ))}
    </nav>
  );
