import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db";
import { contactImportRows } from "@/db/schema";
import { makeCompany, onceKey, viewerOf } from "@/tests/support/cast";
import { getImport } from "./get-import";
import { PreviewContacts, previewContacts } from "./preview";
import { wishIn } from "./wish";

/** Who has a list with a column of these cells. */
async function withColumn(heading: string, cells: readonly string[]) {
  const ana = await viewerOf((await makeCompany()).ana);
  const people = cells.map((cell, at) => `${at} Quist,${4155550130 + at},${cell}`);
  const form = await PreviewContacts.parseAsync({
    rows: [`Name,Phone,${heading}`, ...people].join("\n"),
    once: onceKey(),
  });
  return { ana, ...(await previewContacts(ana, form)) };
}

/** What is said of such a column above the list. */
async function notedOf(heading: string, cells: readonly string[]) {
  const { ana, importId } = await withColumn(heading, cells);
  return (await getImport(ana, importId))?.columns[2]?.note;
}

/** What each of the cells below a heading says of whoever stands beside it: they agree, they don't, they want none; null: nothing, undefined: nobody understands. */
async function saidBelow(heading: string, cells: readonly string[]) {
  const { importId } = await withColumn(heading, cells);
  const rows = await db
    .select()
    .from(contactImportRows)
    .where(eq(contactImportRows.importId, importId))
    .orderBy(contactImportRows.position);
  return rows.map(({ verdict, consent, blacklisted }) => {
    if (verdict === "unreadable") return undefined;
    if (blacklisted) return "stop";
    return consent === null ? null : consent ? "yes" : "no";
  });
}

describe("what people agreed to is read in the words of their language and program", () => {
  test.each([
    ["Consentimiento SMS", { Acepta: "yes", Revocado: "stop", Rechaza: "no", cancelado: "stop", pendiente: "no" }],
    ["Consentement SMS", { Accepté: "yes", Refusé: "no", Retiré: "stop", Révoqué: "stop", "En attente": "no" }],
    ["Consentimento SMS", { Aceite: "yes", Recusado: "no", Revogado: "stop", Cancelado: "stop" }],
    ["Consenso SMS", { Prestato: "yes", Rifiutato: "no", Revocato: "stop", Annullato: "stop" }],
    ["Einwilligung SMS", { erteilt: "yes", abgelehnt: "no", zurückgezogen: "stop", ausstehend: "no" }],
    ["Consentimiento de marketing por SMS", { Sí: "yes", No: "no" }],
    ["Accepte de recevoir des SMS", { Oui: "yes", Non: "no" }],
    ["SMS Consent", { "double opt-in": "yes", CONFIRMED_OPT_IN: "yes", "Pending double opt-in": "no", REDACTED: "no" }],
    ["SMS Consent", { Revoked: "stop", Withdrawn: "stop", Cancelled: "stop", Declined: "no", Expired: "no" }],
    ["SMS Consent", { SUBSCRIBED: "yes", NEVER_SUBSCRIBED: "no", cleaned: "no", "Non-subscribed": "no" }],
    ["Consent", { "Freely given consent from contact": "yes", "Legitimate interest – prospect/lead": "no" }],
    ["Consent", { Yes: "yes", "Performance of a contract": "no", "Not applicable": "no" }],
    ["Consent Status", { OPT_IN: "yes", OPT_OUT: "stop", unknown: "no" }],
    ["Opt-in Status", { "Double opt-in": "yes", "Opted out": "stop", Pending: "no" }],
    ["subscribedSms", { TRUE: "yes", FALSE: "no" }],
    ["SMS Consent (Yes/No)", { Yes: "yes", No: "no" }],
    ["SMS Consent (yes/no/revoked)", { Yes: "yes", No: "no", revoked: "stop", "Opted out": "stop" }],
    ["SMS Consent (Yes/No/Pending)", { Yes: "yes", No: "no", Pending: "no" }],
    ["SMS Consent (Yes/No/Never)", { Yes: "yes", No: "no", Never: "no" }],
    ["SMS Consent (granted/refused)", { granted: "yes", refused: "no" }],
    ["SMS Consent (given/withdrawn)", { given: "yes", withdrawn: "stop" }],
    ["Einwilligung SMS (ja/nein/widerrufen)", { ja: "yes", nein: "no", widerrufen: "stop" }],
    ["Consentimiento SMS (sí/no/revocado)", { Sí: "yes", No: "no", Revocado: "stop" }],
    ["SMS Opt-In Date (UTC)", { "2024-02-01 10:00": "yes", "": null }],
    ["SMS Consent (TCPA)", { Yes: "yes", No: "no" }],
    ["SMS Consent Given", { Yes: "yes", No: "no" }],
    ["SMS Consent (Yes or No)", { Yes: "yes", No: "no" }],
    ["SMS Consent [Yes;No;Revoked]", { Yes: "yes", No: "no", Revoked: "stop" }],
    ["SMS Consent (GDPR)", { Yes: "yes", No: "no" }],
    ["SMS Consent (X if yes)", { X: "yes", "": null }],
    ["SMS Opt-In Confirmed", { Yes: "yes", No: "no" }],
    ["Acme SMS Consent", { Yes: "yes", No: "no" }],
    ["Einwilligung SMS (ja oder nein)", { ja: "yes", nein: "no" }],
    ["Consentimiento SMS otorgado", { Sí: "yes", No: "no" }],
    ["Consentement SMS obtenu (oui ou non)", { Oui: "yes", Non: "no" }],
    ["Consenso SMS prestato", { Sì: "yes", No: "no" }],
  ])("%s", async (heading, said) => {
    expect(await saidBelow(heading, Object.keys(said))).toEqual(Object.values(said));
  });

  test.each([
    "No SMS consent",
    "SMS consent revoked",
    "smsConsentWithdrawn",
    "SMS_CONSENT_REVOKED (yes/no)",
    "No acepta SMS",
    "Geen SMS toestemming",
    "Rifiuta consenso SMS",
    "Recusa consentimento SMS",
    "Consentement SMS refusé",
    "Rechaza consentimiento SMS",
  ])("but not below %s, which is the contrary", async (heading) => {
    expect(await saidBelow(heading, ["yes", "no"])).toEqual(["stop", null]);
  });

  test.each([
    "Sin consentimiento SMS",
    "Nessun consenso SMS",
    "Sin consentimiento SMS (sí)",
    "Revoca SMS Einwilligung",
    "Consenso SMS negato",
    "Consentimiento SMS retirado",
    "Consentimiento SMS denegado",
    "Consentement SMS retiré",
    "Aucun consentement SMS",
    "Revoca consenso SMS",
    "SMS toestemming ingetrokken",
    "Ingen SMS samtycke",
    "SMS Zustimmung entzogen",
    "SMS Einwilligung entzogen",
    "SMS consent denied",
    "SMS consent withheld",
    "SMS consent lapsed",
    "SMS Opt In Removed",
    "Formerly SMS subscribed",
    "Consentimiento SMS revocado",
    "SMS pending consent",
    "DOUBLE_OPT-IN",
    "Legal basis for processing contact's data",
    "WhatsApp Consent",
    "Consenso email",
  ])("nor below %s", async (heading) => {
    expect(await saidBelow(heading, ["yes", "no"])).toEqual([null, null]);
  });
});

describe("who wants no texts is found whatever the column is called", () => {
  test.each([
    ["SMS Status", { Subscribed: null, Unsubscribed: "stop", Blocklisted: "stop" }],
    ["SMS Status", { Delivered: null, Failed: null, Unsubscribed: "stop" }],
    ["sms_marketing", { Subscribed: null, Blocklisted: "stop" }],
    ["SMS_MARKETING_STATUS", { subscribed: null, unsubscribed: "stop" }],
    ["smsStatus", { subscribed: null, unsubscribed: "stop" }],
    ["SMS Marketing: Status", { Subscribed: null, Unsubscribed: "stop", Redacted: null }],
    ["Status", { Subscribed: null, "Blacklisted for SMS": "stop" }],
    ["Subscription status", { Subscribed: null, Suppressed: "stop" }],
    ["Estado SMS", { Suscrito: null, "Dado de baja": "stop" }],
    ["Statut SMS", { Inscrit: null, Désinscrit: "stop" }],
    ["SMS-Status", { Abonniert: null, Abgemeldet: "stop" }],
    ["Stato SMS", { Iscritto: null, Annullato: "stop" }],
    ["OptOutStatus", { OptedIn: null, OptedOut: "stop" }],
    ["SMS Subscriber Status", { optedin: null, optedout: "stop" }],
    ["Messaging status", { Active: null, Stopped: "stop" }],
    ["Opt-In/Out", { In: null, Out: "stop" }],
    ["SMS Status", { Subscribed: null, UnSubscribed: "stop" }],
    ["Status", { Subscribed: null, UnSubscribed: "stop", "Un-subscribed": "stop" }],
    ["Blacklisted", { "": null, BlackListed: "stop", BlockListed: "stop", AbGemeldet: "stop", DésInscrit: "stop" }],
    ["Blacklisted", { DisIscritto: "stop", UitGeschreven: "stop" }],
    ["Text Message Opt Out", { No: null, Yes: "stop" }],
    ["Opt Out SMS & Emails", { No: null, Yes: "stop" }],
    ["Unsubscribed from SMS and emails", { No: null, Yes: "stop" }],
    ["Opted out of SMS and emails", { No: null, Yes: "stop" }],
    ["SMS & newsletter opt out", { No: null, Yes: "stop" }],
    ["SMS/E-Mail Opt-Out", { No: null, Yes: "stop" }],
    ["Opted out of email and text messages", { No: null, Yes: "stop" }],
    ["Keine SMS und E-Mails", { nein: null, ja: "stop" }],
    ["No enviar SMS ni emails", { no: null, sí: "stop" }],
    ["Pas de SMS ni newsletter", { non: null, oui: "stop" }],
    ["Não enviar SMS e emails", { não: null, sim: "stop" }],
    ["Rifiuta SMS e newsletter", { no: null, sì: "stop" }],
    ["Geen SMS en e-mails", { nee: null, ja: "stop" }],
    ["Do Not Call/Mail", { No: null, Yes: "stop" }],
    ["Blocked (do not send)", { No: null, Yes: "stop" }],
    ["Blacklisted (never text)", { No: null, Yes: "stop" }],
    ["Gesperrt (nicht anschreiben)", { nein: null, ja: "stop" }],
    ["SMS/WhatsApp Status", { Subscribed: null, Unsubscribed: "stop" }],
    ["Opt_out_at", { "": null, "2024-02-01T10:00:00Z": "stop" }],
    ["Opt-out Date & Time (UTC)", { "": null, "2024-02-01 10:00": "stop" }],
    ["Opted Out Of Sms Date", { "": null, "2024-02-01": "stop" }],
    ["Mobile Opt-Out Date", { "": null, "2024-02-01": "stop" }],
    ["Date de désinscription", { "": null, "2024-02-01": "stop" }],
    ["Keine SMS", { nein: null, ja: "stop" }],
    ["Ne pas envoyer de SMS", { non: null, oui: "stop" }],
    ["Lista negra", { no: null, sí: "stop" }],
    ["Liste noire", { non: null, oui: "stop" }],
    [
      "Status,SMS Status",
      { "Subscribed,Subscribed": null, "Subscribed,Unsubscribed": "stop", "Unsubscribed,Subscribed": "stop" },
    ],
  ])("%s", async (heading, said) => {
    expect(await saidBelow(heading, Object.keys(said))).toEqual(Object.values(said));
  });

  test.each([
    ["Marketing emails opted out", ["TRUE", "FALSE"]],
    ["Push Subscription", ["Subscribed", "Unsubscribed"]],
    ["Last Text", ["Thanks", "STOP"]],
    ["Attendance", ["In", "Out"]],
    ["Not opted out", ["yes", "no"]],
    ["SMS Opt In / Email Opt Out", ["yes", "no"]],
    ["Formerly blacklisted", ["yes", "no"]],
    ["Do Not Email - Text OK", ["yes", "no"]],
    ["Email Opt-Out (SMS allowed)", ["yes", "no"]],
    ["Email Unsubscribed / SMS Subscribed", ["yes", "no"]],
    ["Keine E-Mails nur SMS", ["ja", "nein"]],
    ["Pas d'email SMS uniquement", ["oui", "non"]],
    ["No enviar emails sí SMS", ["sí", "no"]],
    // A yes may be to anything, and what is blocked or cancelled may be a message or an order.
    ["SMS Marketing", ["Yes", "No", "Unsubscribed"]],
    ["sms_marketing", ["Y", "N", "STOP"]],
    ["SMS Status", ["1", "0", "Stopped"]],
    ["SMS Status", ["2024-01-01", "Stopped"]],
    ["Estado SMS", ["Sí", "No", "Baja"]],
    ["Statut SMS", ["Oui", "Non", "Désinscrit"]],
    ["SMS-Status", ["ja", "nein", "abgemeldet"]],
    ["Stato SMS", ["Sì", "No", "Disiscritto"]],
    ["SMS Status", ["Delivered", "Blocked", "Failed"]],
    ["SMS delivery status", ["Delivered", "Blocked", "Queued"]],
    ["Subscription", ["Subscribed", "Cancelled"]],
    ["Text order status", ["Open", "Cancelled"]],
  ])("but not below %s", async (heading, cells) => {
    expect(await saidBelow(heading, cells)).toEqual(cells.map(() => null));
  });

  test.each([
    ["SMS Marketing", ["Yes", "No", "Unsubscribed"], "“Unsubscribed” stands in it"],
    ["Subscription", ["Subscribed", "Cancelled"], "“Cancelled” stands in it"],
    ["SMS delivery status", ["Delivered", "Blocked", "Queued"], "“Blocked” stands in it"],
  ])("and %s is asked about", async (heading, cells, why) => {
    expect(await notedOf(heading, cells)).toContain(why);
  });
});

test.each([
  ["Blacklist", [undefined, undefined, "stop"]],
  ["Lista negra", [undefined, undefined, "stop"]],
  ["SMS Opt-Out", [null, "stop", "stop"]],
])("in and out below %s", async (heading, said) => {
  expect(await saidBelow(heading, ["In", "Out", "yes"])).toEqual(said);
});

test("words that are nobody's are left to a person", () => {
  for (const cell of ["perhaps", "McYes", "Express", "17"]) expect(wishIn("Consent", cell)).toBeUndefined();
});
