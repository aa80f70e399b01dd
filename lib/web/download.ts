import pLimit from "p-limit";
import { can } from "../access/can";
import { allPermissions } from "../access/phrases";
import type { Viewer } from "../access/viewer";
import { viewerOfMember } from "../auth/session/viewer-of-member";
import { type Limit, takeTry } from "../auth/throttle";
import { log } from "../log";
import { type CsvFile, csvDownload } from "../text/csv";
import { pageAnswer } from "./server/own-policy";
import { plainPage } from "./server/refusal/plain-page";

/** More than anybody needs, and few enough that a stolen login does not copy a company again and again. */
const AN_HOUR = 300;

export const downloadsOf = ({ memberId }: Viewer): Limit => ({
  name: "downloads",
  of: memberId,
  most: AN_HOUR,
  minutes: 60,
});

const tooMany = plainPage({
  status: 429,
  title: "Too many downloads",
  main: `<h1>That was very many downloads</h1>
<p>You can download ${AN_HOUR} files within an hour. Wait a while, then try again.</p>
<a href="/">Back to Lineup</a>`,
});

/** A list as a file, for the viewer alone; each is written to the log. */
export async function download(viewer: Viewer, file: CsvFile): Promise<Response> {
  if (!(await takeTry(downloadsOf(viewer)))) return pageAnswer(tooMany);
  log.info("list.downloaded", { member: viewer.memberId, file: file.name });
  return csvDownload({ ...file, pages: whileAllowed(viewer, file.pages) });
}

const CUT_SHORT = "The rest is not here: you are logged out, or what you may see has changed meanwhile.";

/** Half of the connections that all reading shares (db/index.ts): however many files are written, somebody looks at a page. */
const inTurns = pLimit(2);

/** A long file is written for as long as it is read: of what they may see no more nothing follows. */
async function* whileAllowed(viewer: Viewer, pages: CsvFile["pages"]): CsvFile["pages"] {
  try {
    for (;;) {
      const { value: page, done } = await inTurns(() => pages.next());
      if (done) return;
      if (!(await hasAllOf(viewer))) return yield [[CUT_SHORT]];
      yield page;
    }
  } finally {
    await pages.return(undefined);
  }
}

/** Whether they are logged in and may still do all that they might, where they might: lines are asked for by each page anyway. */
async function hasAllOf(viewer: Viewer): Promise<boolean> {
  const now = await viewerOfMember(viewer.memberId, { forSession: viewer.sessionId });
  return (
    now !== null &&
    viewer.assignments.every(({ path }) =>
      allPermissions.every((permission) => !can(viewer, permission, path) || can(now, permission, path)),
    )
  );
}
