import { members } from "@/db/schema";
import type { Home } from "../../numbers/countries";
import { searching } from "../../text/search";
import { holding } from "../../text/search-column";

/** People by any part of name, email, username and numbers. */
export const matching = (search: string, home: Home) => searching(search, home, holding(members.search));
