import type { Permission } from "../access/permissions";
import { CONTACTS, contactsAddress, contactsQuery, leavesOut } from "../contacts/contacts-query";
import { isFiltered, listAddress, listQuery, USERS } from "../members/list/list-query";
import type { Params } from "../paging";

type KeptList = {
  path: string;
  /** Of whoever sees the list at all. */
  permission: Permission;
  /** Its address as a view keeps it, whatever page it is on; null where it leaves nobody out. */
  addressOf: (asked: Params) => string | null;
};

/** The lists of which views are kept. */
export const KEPT_LISTS = {
  users: {
    path: USERS,
    permission: "account.view",
    addressOf(asked) {
      const query = listQuery(asked);
      return isFiltered(query) ? listAddress(query) : null;
    },
  },
  contacts: {
    path: CONTACTS,
    permission: "messages.read",
    addressOf(asked) {
      const query = contactsQuery(asked);
      return leavesOut(query) ? contactsAddress(query) : null;
    },
  },
} as const satisfies Record<string, KeptList>;

export type KeptListName = keyof typeof KEPT_LISTS;

/** What an address says after its question mark. */
export const saidBy = (address: string) => address.split("?")[1] ?? "";
