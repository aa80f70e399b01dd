import { Notice } from "@/components/ui/notice";
import { fullName } from "@/lib/access/viewer";
import { currentViewer } from "@/lib/web/viewer";

/** For a link's page that is opened where somebody else is logged in: going on ends that, so that nobody is mixed up. */
export async function OtherPerson({ userId, name }: { userId: string; name: string }) {
  const viewer = await currentViewer();
  if (!viewer || viewer.userId === userId) return null;
  return (
    <Notice tone="wait">
      {`You are logged in as ${fullName(viewer)}, but this link is for ${name}. Going on logs you out here.`}
    </Notice>
  );
}
