/** So many rows can be ticked and sent at once: their ids go in an address, and a server takes 16 kB of it. */
export const MOST_TICKED = 300;
