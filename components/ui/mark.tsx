/** Lineup's mark: three people on a line. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 26 26" aria-hidden="true">
      <rect width="26" height="26" rx="7" />
      <circle cx="7.2" cy="11.2" r="2.1" />
      <circle cx="13" cy="11.2" r="2.1" />
      <circle cx="18.8" cy="11.2" r="2.1" />
      <path d="M6 17.6h14" />
    </svg>
  );
}
