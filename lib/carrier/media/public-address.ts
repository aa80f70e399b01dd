import { lookup } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";

/** Somebody on the open net: nothing of this computer, of a network of ours, or of a cloud's inside. */
export const isPublic = (address: string): boolean =>
  ipaddr.isValid(address) && ipaddr.process(address).range() === "unicast";

const bare = (host: string) => host.replace(/^\[(.*)\]$/, "$1");

/** A host that is an address needs no look-up, and so would pass by `publicLookup`. */
export const mayBePublic = (host: string): boolean => isIP(bare(host)) === 0 || isPublic(bare(host));

/** Looks up as Node does, and finds nothing where any of it is not public: asked by the connection itself, once. */
export const publicLookup: LookupFunction = (host, options, done) =>
  lookup(host, { ...options, all: true }, (error, found) => {
    const [first] = found ?? [];
    if (error || !first) return done(error ?? new Error("no address"), "", 0);
    if (!found.every(({ address }) => isPublic(address))) return done(new Error("no public address"), "", 0);
    return options.all ? done(null, found) : done(null, first.address, first.family);
  });
