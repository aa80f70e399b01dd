import { Refused } from "../errors";

/** For a form whose link died while it was open. The page itself says why, and what to do, when it is loaded again. */
export const deadLink = () =>
  new Refused(
    "This link no longer works: it was used, replaced or has expired. Load the page again to see what to do.",
  );
