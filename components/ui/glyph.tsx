/** An icon by its path. What is drawn on the client's side of React takes the one it needs; the rest stand in icons.tsx. */
export const Glyph = ({ path }: { path: string }) => (
  <svg className="icon" viewBox="0 0 16 16" aria-hidden="true">
    <path d={path} />
  </svg>
);

export const circle = (x: number, y: number, r: number) =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;

export const ALERT = `${circle(8, 8, 6.25)}M8 4.75v4M8 11.25h.01`;
export const BACK = "M9.75 3.75 5.5 8l4.25 4.25";
export const CHECK = `${circle(8, 8, 6.25)}M5.25 8.25l2 2 3.5-4.25`;
export const CLOSE = "M4 4l8 8M12 4l-8 8";
export const DARK = "M13.25 9.9A5.75 5.75 0 0 1 6.1 2.75a5.75 5.75 0 1 0 7.15 7.15z";
export const LIGHT = `${circle(8, 8, 2.75)}M8 1.5v1M8 13.5v1M1.5 8h1M13.5 8h1M3.4 3.4l.7.7M11.9 11.9l.7.7M3.4 12.6l.7-.7M11.9 4.1l.7-.7`;
export const SYSTEM =
  "M2.75 2.75h10.5c.55 0 1 .45 1 1v6c0 .55-.45 1-1 1H2.75c-.55 0-1-.45-1-1v-6c0-.55.45-1 1-1zM8 10.75v2.75M5.5 13.5h5";
