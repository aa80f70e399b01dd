import { PageHeader } from "@/components/shell/page-header";
import { ButtonLink } from "@/components/ui/button";
import type { Group } from "@/lib/groups/get";
import { asLeft } from "@/lib/web/as-left";

/** Where the group is, as far up as the viewer sees, and what it is called. */
export async function Head({ group }: { group: Group }) {
  return (
    <>
      <nav className="crumbs" aria-label="Breadcrumb">
        <a href={await asLeft("/admin/groups")} data-back="">
          Groups
        </a>
        {group.trail.map(({ id, name }) => (
          <a key={id} href={`/admin/groups/${id}`}>
            {name}
          </a>
        ))}
      </nav>
      <PageHeader
        title={group.name}
        subtitle={group.isLocation && "Location"}
        actions={
          <>
            <ButtonLink href={`/admin/users?group=${group.id}`}>Show in Users</ButtonLink>
            {group.may.assign && (
              <ButtonLink href={`/admin/users/invite?group=${group.id}`} variant="primary">
                Invite Users
              </ButtonLink>
            )}
          </>
        }
      />
    </>
  );
}
