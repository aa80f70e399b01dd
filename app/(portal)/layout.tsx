import type { ReactNode } from "react";
import { chosenTheme } from "@/app/chosen-theme";
import { KeptWords } from "@/components/form/setting";
import { Keys } from "@/components/shell/keys";
import { PortalShell } from "@/components/shell/portal-shell";
import { fullName } from "@/lib/access/viewer";
import { membershipsOf } from "@/lib/accounts/memberships";
import { readFlash } from "@/lib/web/flash";
import { letterKey } from "@/lib/web/letter-key";
import { currentViewer } from "@/lib/web/viewer";
import { Forms } from "../forms";
import { leave, switchTo } from "./actions";
import { Flash } from "./flash";
import { accountLinksFor, sectionsFor } from "./sections";

/** Draws the navigation and never gates: each page asks for its viewer itself. */
export default async function PortalLayout({ children }: { children: ReactNode }) {
  const viewer = await currentViewer();
  if (!viewer) return children;
  const said = await readFlash();
  return (
    <Forms>
      <PortalShell
        company={viewer.accountName}
        person={{ id: viewer.memberId, name: fullName(viewer) }}
        sections={sectionsFor(viewer)}
        theme={await chosenTheme()}
        logout={leave}
        once={crypto.randomUUID()}
        accounts={viewer.isElsewhereToo ? await membershipsOf(viewer) : []}
        accountLinks={accountLinksFor(viewer)}
        switchAccount={switchTo}
      >
        <Flash id={crypto.randomUUID()} said={said} undoKey={await letterKey("z")} />
        <KeptWords />
        {children}
      </PortalShell>
      <Keys letters={viewer.letterKeys} />
    </Forms>
  );
}
