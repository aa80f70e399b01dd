import type { Kind } from "./choice";
import { contactGroupsSeen } from "./contact-groups";
import { contactsToText } from "./contacts";
import { groupsForNumbers, groupsSeen, groupsToGive, groupsToManage, groupsToMoveTo } from "./groups";
import { numbersToGive } from "./numbers";
import { peopleManaged } from "./people";
import type { Source } from "./source";

export const sources: Readonly<Record<Kind, Source>> = {
  "groups-seen": groupsSeen,
  "groups-to-give": groupsToGive,
  "groups-for-numbers": groupsForNumbers,
  "groups-to-manage": groupsToManage,
  "groups-to-move-to": groupsToMoveTo,
  "numbers-to-give": numbersToGive,
  "people-managed": peopleManaged,
  "contacts-to-text": contactsToText,
  "contact-groups": contactGroupsSeen,
};
