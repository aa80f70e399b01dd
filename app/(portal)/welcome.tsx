import { ActionButton } from "@/components/form/action-button";
import type { Along } from "@/components/form/along";
import { listed } from "@/lib/access/phrases";
import { fullName, type Viewer } from "@/lib/access/viewer";
import { welcomeOf } from "@/lib/members/welcome";
import { shownAddress } from "@/lib/text/address";
import { gotIt } from "./actions";
import { HeadingAfter } from "./heading-after";

type Props = { viewer: Viewer; along?: Along };

/** On the first page of somebody's first session in a company, until they close it. */
export async function Welcome({ viewer, along }: Props) {
  if (!viewer.isNew) return null;
  const { roles, may, admin, ...lines } = await welcomeOf(viewer);
  return (
    <section className="card mb-4 grid justify-items-start gap-2 p-4" aria-labelledby="welcome">
      <h2 id="welcome">{`Welcome to ${viewer.accountName}`}</h2>
      <ul className="wrap-anywhere grid max-w-[72ch] gap-1">
        <li>
          You are <strong>{fullName(viewer)}</strong> in {viewer.accountName}, {roles}.
        </li>
        <li>
          {may.length > 0 ? `You may ${may.join("; ")}.` : "You may change your profile and your password."}{" "}
          {lineWords(lines)}
        </li>
        <li>
          {admin ? (
            <>
              Ask {admin.name} (
              <a className="link" href={`mailto:${admin.email}`}>
                {shownAddress(admin.email)}
              </a>
              ) when something is missing.
            </>
          ) : (
            <>
              You look after this company:{" "}
              <a className="link" href="/admin/users/invite">
                invite your colleagues
              </a>
              , and they will ask you.
            </>
          )}
        </li>
      </ul>
      <ActionButton action={gotIt} once={crypto.randomUUID()} size="small" along={along}>
        Got it
      </ActionButton>
      <HeadingAfter />
    </section>
  );
}

type Lines = { lines: readonly { label: string; isDefault: boolean }[]; moreLines: number };

function lineWords({ lines, moreLines }: Lines): string {
  if (lines.length === 0) return "You have no SMS number yet.";
  const named = lines.map(({ label, isDefault }) => (isDefault ? `${label} (your default number)` : label));
  const others = moreLines > 0 ? [moreLines === 1 ? "1 other" : `${moreLines} others`] : [];
  return `Your ${named.length + moreLines === 1 ? "line" : "lines"}: ${listed([...named, ...others])}.`;
}
