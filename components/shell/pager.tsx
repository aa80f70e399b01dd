"use client";

type Props = {
  /** Its name, where a page has two. */
  label?: string;
  /** "1–25 of 48" */
  range: string;
  first?: string | undefined;
  previous?: string | undefined;
  next?: string | undefined;
  last?: string | undefined;
};

/** First, Previous, Next, Last; one without an address has nowhere to go. */
export function Pager({ label = "Pages", range, first, previous, next, last }: Props) {
  return (
    <nav className="pager" aria-label={label}>
      <p>{range}</p>
      <Step href={first}>First</Step>
      <Step href={previous}>Previous</Step>
      <Step href={next}>Next</Step>
      <Step href={last}>Last</Step>
    </nav>
  );
}

function Step({ href, children }: { href: string | undefined; children: string }) {
  if (href)
    return (
      <a className="btn btn-small" href={href}>
        {children}
      </a>
    );
  return (
    <span className="btn btn-small" aria-disabled="true">
      {children}
    </span>
  );
}
