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
        <a
          className="fixed -top-14 left-2 z-50 rounded-1 bg-accent px-3 py-2 font-medium text-accent-ink focus:top-2 print:hidden"
          href="#content"
        >
          Skip to content
        </a>
        {children}
        <Navigator />
      </body>
    </html>
  );
}
