import { GeistSans } from "geist/font/sans";
import type { Metadata, Viewport } from "next";
import { connection } from "next/server";
import type { ReactNode } from "react";
import { Navigator } from "@/components/shell/navigator";
import { chosenTheme } from "./chosen-theme";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Lineup", template: "%s · Lineup" },
  description: "Who works here, which numbers they may text from, and how they get in and out.",
  robots: { index: false, follow: false },
  formatDetection: { telephone: false },
};

export const viewport: Viewport = { width: "device-width", initialScale: 1, colorScheme: "light dark" };

export default async function RootLayout({ children }: { children: ReactNode }) {
  // A page made ahead of its request would have no nonce, and its scripts would not run.
  await connection();
  const theme = await chosenTheme();
  return (
    <html lang="en" className={GeistSans.variable} data-theme={theme}>
      <body>
        <a className="skip" href="#content">
          Skip to content
        </a>
        {children}
        <Navigator />
      </body>
    </html>
  );
}
