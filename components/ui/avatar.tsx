/** First letters of the first and the last word; a letter is a code point, so that no emoji is cut in half. */
export function initialsOf(name: string) {
  const words = name.trim().split(/\s+/);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters
    .map((word) => [...(word ?? "")][0] ?? "")
    .join("")
    .toLocaleUpperCase("en");
}

/** Hues. */
const tints = [
  ...["[--tint:262]", "[--tint:155]", "[--tint:25]", "[--tint:300]"],
  ...["[--tint:75]", "[--tint:205]", "[--tint:340]", "[--tint:115]"],
];

/** One of eight quiet tints, always the same for the same id. */
export function tintOf(id: string) {
  let sum = 0;
  for (let i = 0; i < id.length; i++) sum = (sum * 31 + id.charCodeAt(i)) >>> 0;
  return tints[(sum ^ (sum >>> 15)) & 7] ?? "";
}

export function Avatar({ id, name, size }: { id: string; name: string; size?: "large" }) {
  return (
    <span className={`avatar ${tintOf(id)}${size ? " mt-[3px] size-11 text-[16px]" : ""}`} aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}
