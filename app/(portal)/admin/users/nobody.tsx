import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { type MemberPage, wholeOf } from "@/lib/members/list/list-members";
import { isFiltered, type ListQuery } from "@/lib/members/list/list-query";
import { ifMailed } from "@/lib/outbox/way-out";

const MAILED = "Add your colleagues: each gets an email with a link to create a password, and can then log in.";
const HANDED_OVER =
  "Add your colleagues and hand each their invitation link: with it they create a password and log in.";

type Props = { query: ListQuery; page: MemberPage; manages: boolean; self: string };

/** What to say where there is nobody, or nobody else. */
export async function Nobody({ query, page, manages, self }: Props) {
  const all = wholeOf({ ...query, status: null }, page.totals);
  const asked = isFiltered(query);
  if (page.rows.length === 0 && asked)
    return (
      <Empty title="Nobody found" sentence={foundNobody(query)}>
        <ButtonLink href="/admin/users">Clear search and filters</ButtonLink>
      </Empty>
    );
  if (page.rows.length === 0 && query.from === "first")
    return (
      <Empty title="Nobody in your groups yet" sentence="Whoever has all their roles there is listed here.">
        {manages && (
          <ButtonLink href="/admin/users/invite" variant="primary">
            Invite Users
          </ButtonLink>
        )}
      </Empty>
    );
  if (page.rows.length === 0)
    return (
      <Empty title="Nobody on this page" sentence="There are fewer users than that by now.">
        <ButtonLink href="/admin/users">Back to the first page</ButtonLink>
      </Empty>
    );
  if (all !== 1 || page.rows[0]?.id !== self || asked || !manages) return null;
  return <Empty title="Only you so far" sentence={await ifMailed(MAILED, HANDED_OVER)} />;
}

function foundNobody(query: ListQuery) {
  const { search } = query;
  if (!search) return "No user is like that right now.";
  const filtered = isFiltered({ ...query, search: "" }) ? ", with these filters" : "";
  return `No user has “${search}” in their name, email, username or numbers${filtered}.`;
}
