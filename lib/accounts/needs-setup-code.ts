import type { Visitor } from "../access/viewer";
import { env } from "../env";

/** Whoever sits at the computer that the embedded database is on, and that nobody else reaches, has nothing to prove. */
export const needsSetupCode = (visitor: Visitor) => !(env().embedded && env().isOnlyHere && visitor.isHere);
