import { ButtonLink } from "@/components/ui/button";
import { type ListQuery, listAddress } from "@/lib/members/list/list-query";

/** A download is the browser's own business: without `download` the page would be asked to show it. */
export const HeadActions = ({ query, manages }: { query: ListQuery; manages: boolean }) => (
  <>
    <ButtonLink href={listAddress(query, {}, "/admin/users/export")} download="">
      Export CSV
    </ButtonLink>
    {manages && (
      <ButtonLink href="/admin/users/invite" variant="primary">
        Invite Users
      </ButtonLink>
    )}
  </>
);
