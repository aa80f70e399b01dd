import { useSyncExternalStore } from "react";

const never = () => () => {};

/** Whether there is a script: not in the server's markup, nor in what a page begins with. */
export const useScripted = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
