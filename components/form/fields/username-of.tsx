/**
 * For password managers alone: whose password a form is about, where it doesn't ask. Seen and read by nobody, and without a
 * name, so that it is not sent. It has a place on the page: managers read nothing else.
 */
export const UsernameOf = ({ username }: { username: string | null }) =>
  username && (
    <input
      type="text"
      className="sr-only"
      autoComplete="username"
      value={username}
      readOnly
      tabIndex={-1}
      aria-hidden="true"
    />
  );
