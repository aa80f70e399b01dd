/** Lineup's mark: three people on a line. */
export const Mark = () => <i className="mark" />;
