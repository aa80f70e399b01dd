import { connectListener, once } from "./connect";

/** For LISTEN, which needs a connection of its own: one a process, which comes back by itself and changes nothing. */
export const listener = once("listen", connectListener);
