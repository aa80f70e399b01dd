import { Fragment } from "react";

/** Plain text in which the addresses can be followed, as a mail program shows it. */
export function LinkedText({ text }: { text: string }) {
  const parts = text.trim().split(/(https?:\/\/\S+)/);
  // Every second part is an address; nothing is ever reordered, so its place is its key.
  return parts.map((part, place) => {
    const key = `${place}`;
    return place % 2 ? (
      <a key={key} className="link" href={part}>
        {part}
      </a>
    ) : (
      <Fragment key={key}>{part}</Fragment>
    );
  });
}
