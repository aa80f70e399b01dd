import { CAMPAIGNS } from "./campaigns";
import { FORMS } from "./forms";
import { GUESTS } from "./guests";
import { LIMITS } from "./limits";
import { LOCKS } from "./locks";
import type { Planted } from "./planted";
import { RIGHTS } from "./rights";
import { SCOPE } from "./scope";
import { SUBSCRIPTIONS } from "./subscriptions";
import { TEXTING } from "./texting";
import { TEXTS } from "./texts";
import { UNDO } from "./undo";

/** Every planted bug. */
export const planted: Planted[] = [
  ...[...SCOPE, ...GUESTS, ...RIGHTS, ...LOCKS, ...FORMS, ...LIMITS, ...UNDO],
  ...[...TEXTING, ...TEXTS, ...CAMPAIGNS, ...SUBSCRIPTIONS],
];
