import type { Visitor } from "../access/viewer";
import { env } from "../env";

/** Whoever sits at the computer that the embedded database is on has nothing to prove. */
export const needsSetupCode = (visitor: Visitor) => !(env().embedded && isThisMachine(visitor.address));

const isThisMachine = (address: string) => /^(127\.\d+\.\d+\.\d+|::1)$/.test(address);
