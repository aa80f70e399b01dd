import { describe, expect, test } from "vitest";
import { wishIn } from "./wish";

describe("a day is taken for one only where the cell says nothing else", () => {
  test.each([
    ["Opt out 2024-01-01", "stop"],
    ["Unsubscribed on 2024-01-01", "stop"],
    ["Unsubscribed from SMS 12/01/2024", "stop"],
    ["Revoked 2024-01-01", "stop"],
    ["2024-01-01 revoked", "stop"],
    ["2024-01-01: opted out", "stop"],
    ["STOP 2024-01-01 10:00", "stop"],
    ["STOP 2099-01-01", "stop"],
    ["do not text 2024", "stop"],
    ["widerrufen am 1. März 2024", "stop"],
    ["retirado desde 01/03/2024", "stop"],
    ["désinscrite le 01/03/2024", "stop"],
    ["disiscritto dal 01/03/2024", "stop"],
    ["cancelado em 01/03/2024", "stop"],
    ["uitgeschreven op 01-03-2024", "stop"],
    ["No since Jan 2024", "no"],
    ["Non depuis janvier 2024", "no"],
    ["2024-01-01 No", "no"],
    ["Declined 2024", "no"],
    ["abgelehnt am 01.03.2024", "no"],
    ["Expired 2024-01-01", "no"],
    ["Did not agree 12/01/2024", undefined],
    ["until 2024-01-01", undefined],
    ["Expires 2024-01-01", undefined],
    ["Yes until 2024-01-01", undefined],
    ["Yes 2099-01-01", undefined],
    ["Yes (refused 2024-01-01)", undefined],
    ["Ja (zurückgezogen)", undefined],
    ["Opted in 2024-01-01, opted out 2024-02-01", undefined],
    ["2024-01-01 - 2024-02-01", undefined],
    ["Marked 2024", undefined],
    ["Yes since Jan 2024", "yes"],
    ["Opted in 2024-01-01", "yes"],
    ["2024-01-01 yes", "yes"],
    ["Sí desde el 28 de febrero de 2024", "yes"],
    ["28 févr. 2024", "yes"],
    ["12 de out. de 2024", "yes"],
    ["Mon, 12 Feb 2024 10:00:00 GMT", "yes"],
    ["Thu Feb 01 2024 10:00:00 GMT+0100 (Central European Standard Time)", "yes"],
    ["2024-02-01 10:00:00+00", "yes"],
  ])("below Consent %s says %s", (cell, wish) => {
    expect(wishIn("Consent", cell)).toBe(wish);
  });

  test.each([
    ["Opt out 2024-01-01", "stop"],
    ["Yes 2024-01-01", "stop"],
    ["Opted in 2024-01-01", "yes"],
    ["No since Jan 2024", "no"],
    ["Not since 2024-01-01", undefined],
    ["Never text", undefined],
    ["Never", null],
  ])("below Blacklisted %s says %s", (cell, wish) => {
    expect(wishIn("Blacklisted", cell)).toBe(wish);
  });
});
