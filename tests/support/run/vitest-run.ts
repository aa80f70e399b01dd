import type { TestProject } from "vitest/node";
import { findTemplate, startTestPostgres } from "./postgres";

declare module "vitest" {
  interface ProvidedContext {
    postgresUrl: string;
    template: string;
    alone: boolean;
  }
}

/** Once a run: PostgreSQL and the template that the files' databases are copied from. */
export default async function run(project: TestProject) {
  const { url, stop } = await startTestPostgres();
  try {
    project.provide("postgresUrl", url);
    project.provide("template", await findTemplate(url));
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}
