/**
 * For password managers alone: whose password a form is about, where it doesn't ask. Seen and read by nobody, and without a
 * name, so that it is not sent.
 */
export const UsernameOf = ({ username }: { username: string | null }) =>
  username && (
    <input
      type="text"
      className="username-of"
      autoComplete="username"
      value={username}
      readOnly
      tabIndex={-1}
      aria-hidden="true"
    />
  );
