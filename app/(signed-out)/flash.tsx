import { Notice } from "@/components/ui/notice";
import { readFlash } from "@/lib/web/flash";

/** What the page before has to say. */
export async function Flash() {
  const said = await readFlash();
  return said && <Notice tone={said.tone ?? "good"}>{said.words}</Notice>;
}
