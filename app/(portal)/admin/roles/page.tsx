import type { Metadata } from "next";
import { Section } from "@/components/form/section";
import { PageHeader } from "@/components/shell/page-header";
import { userTypes } from "@/lib/access/permissions";
import { requireViewer } from "@/lib/web/viewer";
import { Matrix } from "./matrix";

export const metadata: Metadata = { title: "Roles" };

export default async function RolesPage() {
  await requireViewer("account.view");
  return (
    <>
      <PageHeader title="Roles" subtitle="What each role allows." />
      <div className="mb-5 grid max-w-[76ch] gap-2 text-ink-2">
        <p>
          A role is held in a group and counts there and in all groups under it; in the main group it counts everywhere.
          Somebody may hold several, and nobody can give more than they have.
        </p>
        <p>
          What belongs to a product counts only while that product is switched on for the person. Some things are done
          in another service, and for some this portal has no page yet: the last column says so.
        </p>
      </div>
      <Matrix />
      <Section title="User Type" sentence="The two that the forms offer first, held in the main group.">
        <div className="wide form">
          {userTypes.map(({ value, title, description }) => (
            <div key={value}>
              <h3>{title}</h3>
              <p className="quiet">{description}</p>
            </div>
          ))}
        </div>
      </Section>
    </>
  );
}
