import type { ReactNode } from "react";

type Props = {
  company: string;
  heading: string;
  /** What a mail program shows beside the subject. */
  preview: string;
  children: ReactNode;
  action?: { label: string; url: string };
  /** Why it was sent, and what to do if it wasn't expected. */
  why: string;
};

const FONT = "-apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

/** Light is inline, since many programs read nothing else; dark overrides it where it is understood. No quotes or angle
 * brackets in here: React would escape them. */
const DARK = `@media (prefers-color-scheme: dark) {
.paper { background: #16181d !important; } .panel { background: #1d2026 !important; border-color: #3a3f49 !important; }
.ink { color: #ecedf0 !important; } .quiet { color: #b3b8c2 !important; } .link { color: #8fb2ff !important; }
.button { background: #8fb2ff !important; color: #10182b !important; } }`;

/** The frame of every letter: one column that narrows with the window, at most one button, the bare link below it. */
export function Layout({ company, heading, preview, children, action, why }: Props) {
  return (
    <html lang="en">
      {/* biome-ignore lint/style/noHeadElement: an email, not a page */}
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no" />
        <title>{heading}</title>
        <style>{DARK}</style>
      </head>
      <body className="paper" style={{ margin: 0, padding: "24px 12px", background: "#f7f6f3", fontFamily: FONT }}>
        <div data-skip-in-text="true" style={{ display: "none", maxHeight: 0, overflow: "hidden" }}>
          {preview}
        </div>
        <div
          className="panel"
          style={{
            maxWidth: 520,
            margin: "0 auto",
            padding: "28px 24px",
            background: "#ffffff",
            border: "1px solid #dedcd6",
            borderRadius: 10,
            overflowWrap: "anywhere",
          }}
        >
          <p className="quiet" style={{ margin: 0, fontSize: 14, lineHeight: "20px", color: "#5a5f6b" }}>
            {company}
          </p>
          <h1 className="ink" style={{ margin: "8px 0 16px", fontSize: 22, lineHeight: "28px", color: "#1c2028" }}>
            {heading}
          </h1>
          <div className="ink" style={{ fontSize: 16, lineHeight: "24px", color: "#1c2028" }}>
            {children}
          </div>
          {action && <Action {...action} />}
          <p className="quiet" style={{ margin: "24px 0 0", fontSize: 13, lineHeight: "20px", color: "#5a5f6b" }}>
            {why}
          </p>
        </div>
      </body>
    </html>
  );
}

function Action({ label, url }: { label: string; url: string }) {
  return (
    <>
      <p data-skip-in-text="true" style={{ margin: "24px 0" }}>
        <a
          className="button"
          href={url}
          style={{
            display: "inline-block",
            padding: "12px 20px",
            borderRadius: 6,
            background: "#2356c7",
            color: "#ffffff",
            fontSize: 16,
            fontWeight: 600,
            textDecoration: "none",
          }}
        >
          {label}
        </a>
      </p>
      <p className="quiet" style={{ margin: 0, fontSize: 13, lineHeight: "20px", color: "#5a5f6b" }}>
        {`${label}:`}
      </p>
      <p style={{ margin: "4px 0 0", fontSize: 13, lineHeight: "20px" }}>
        <a className="link" href={url} style={{ color: "#2356c7", wordBreak: "break-all" }}>
          {url}
        </a>
      </p>
    </>
  );
}

export const Paragraph = ({ children }: { children: ReactNode }) => <p style={{ margin: "0 0 12px" }}>{children}</p>;

/** Somebody invited by email only has no name yet. */
export const hello = (firstName: string) => (firstName ? `Hello ${firstName},` : "Hello,");
