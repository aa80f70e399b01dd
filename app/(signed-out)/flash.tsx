import { Notice } from "@/components/ui/notice";
import { readFlash } from "@/lib/web/flash";

/** What the page before has to say. */
export async function Flash() {
  const words = await readFlash();
  return words && <Notice tone="good">{words}</Notice>;
}
