import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/shell/page-header";
import { env } from "@/lib/env";
import { visitor } from "@/lib/web/request";
import { Buttons } from "./buttons";
import { ChoiceFields } from "./choice-fields";
import { Dialogs } from "./dialogs";
import { Filters } from "./filters";
import { Lists } from "./lists";
import { TextFields } from "./text-fields";
import { Told } from "./told";
import { Words } from "./words";

export const metadata: Metadata = { title: "Styles" };

/** Every piece in every state, light and dark. For who builds Lineup: on the embedded database, at this very computer. */
export default async function StylesPage() {
  const { isHere } = await visitor();
  if (!env().embedded || !isHere) notFound();
  return (
    <main id="content" className="content" tabIndex={-1}>
      <PageHeader title="Styles" subtitle="Every piece of the pages in every state, light and dark." />
      <Buttons />
      <Words />
      <TextFields />
      <ChoiceFields />
      <Dialogs />
      <Filters />
      <Lists />
      <Told />
    </main>
  );
}
