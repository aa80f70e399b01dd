import type { RequestListener } from "node:http";
import type { Socket } from "node:net";

/**
 * A client may send its next requests before the first is answered (RFC 9112, 9.3.2), hundreds in one packet. They are
 * answered in order anyway: each is begun when the one before it is done, so that others have their turn in between.
 */
export function inTurn(listener: RequestListener): RequestListener {
  const last = new WeakMap<Socket, Promise<void>>();
  return (req, res) => {
    const before = last.get(req.socket);
    const done = new Promise<void>((resolve) => res.once("close", resolve));
    last.set(req.socket, done);
    if (!before) return listener(req, res);
    void before.then(() => req.destroyed || req.socket.destroyed || listener(req, res));
  };
}
