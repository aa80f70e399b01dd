import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import { connection } from "next/server";
import type { ReactNode } from "react";
import { Navigator } from "@/components/shell/navigator";
import { chosenTheme } from "./chosen-theme";
import "./globals.css";

/** What nearly every page needs of Geist; docs/decisions/126 says how both files were made. Next reads these calls as they stand. */
const Geist = localFont({
  src: "./fonts/geist-latin.woff2",
  variable: "--font-latin",
  weight: "400 700",
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+2000-206F, U+20AC, U+2122, U+2190-2193, U+2212, U+2215, U+25CB, U+25CF, U+FEFF, U+FFFD",
    },
  ],
});

/** The rest of it, which a browser fetches where a page has such a letter: Latin of more languages, Cyrillic, signs. */
const GeistMore = localFont({
  src: "./fonts/geist-more.woff2",
  variable: "--font-more",
  weight: "400 700",
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+0100-0130, U+0132-0151, U+0154-017E, U+018F-0192, U+01A0-01A1, U+01AF-01B0, U+01CD-01CE, U+01E4-01E9, U+0218-021B, U+0237, U+0259, U+02B9, U+02C7-02C8, U+02D8-02D9, U+02DB, U+02DD, U+0300-030C, U+0312, U+031B, U+0323-0328, U+0335-0338, U+0400-0463, U+046A-046B, U+0472-0475, U+0490-049B, U+04A2-04A3, U+04AE-04BB, U+04C0, U+04CF, U+04D8-04D9, U+04E2-04E3, U+04E8-04E9, U+04EE-04EF, U+0E3F, U+1E20-1E21, U+1E80-1E85, U+1E9E-1EF9, U+2070, U+2074-2079, U+2080-2089, U+20AA, U+20B1, U+20B4, U+20B9, U+20BD, U+2116-2117, U+2126, U+2153-2155, U+215B-215E, U+2194-2199, U+219D, U+21A9-21AA, U+21B0-21B1, U+21B3-21B5, U+21E4-21E5, U+21E7, U+2202, U+2206, U+220F, U+2211, U+221A, U+221E, U+222B, U+2236, U+2248, U+2260, U+2264-2265, U+2460-2468, U+24EA, U+24FF, U+25B2-25B3, U+25B6-25B7, U+25BC-25BD, U+25C0-25C1, U+25CA, U+25CC, U+2639-263A, U+2776-277E, U+3003, U+301C, U+A78B-A78C, U+FB01-FB02",
    },
  ],
});

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
    <html lang="en" className={`${Geist.variable} ${GeistMore.variable}`} data-theme={theme}>
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
