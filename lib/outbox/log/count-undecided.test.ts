import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { deliveries, outbox } from "@/db/schema";
import { type WriteTx, writeDb } from "@/db/write";
import type { Viewer } from "@/lib/access/viewer";
import { makeCompany, onceKey, PASSWORD, type Person, unique, viewerOf, visitor } from "@/tests/support/cast";
import { emailRow, emailTo, isDecided } from "@/tests/support/emails";
import { editFormOf } from "@/tests/support/forms/edit-form";
import { linkTo } from "@/tests/support/links";
import { meanwhile } from "@/tests/support/meet";
import { acceptInvitation } from "../../invitations/accept";
import { copyInvitationLink } from "../../invitations/copy-link";
import { resendInvitation } from "../../invitations/resend";
import { withdrawInvitation } from "../../invitations/withdraw";
import { ChangeMany } from "../../members/bulk/batch";
import { changeMany } from "../../members/bulk/change-many";
import { disableMember } from "../../members/disable";
import { editMember } from "../../members/edit";
import { deleteUser } from "../../users/delete";
import { recordDelivery } from "../record-delivery";
import { countUndecided } from "./count-undecided";

type Company = Awaited<ReturnType<typeof makeCompany>>;

test("failed emails are counted for those who can decide about them, up to a hundred", async () => {
  const [company, other] = [await makeCompany(), await makeCompany()];
  const west = await company.group("West");
  const [inside, outside] = [await company.pending({ groupId: west.id }), await company.pending()];
  for (const person of [inside, outside, outside]) await emailTo(person);
  await emailTo(outside, { state: "failed", decidedAt: new Date() });
  await emailTo(outside, { state: "sent" });
  const counted = async (person: Person) => countUndecided(await viewerOf(person));
  expect(await counted(company.ana)).toBe(3);
  expect(await counted(await company.admin({ groupId: west.id }))).toBe(1);
  expect(await counted(other.ana)).toBe(0);
  expect(await counted(await company.endUser({ role: "viewer" }))).toBe(0);
  await writeDb.execute(sql`insert into ${outbox} (id, account_id, template, "to", props, state)
    select gen_random_uuid(), ${company.accountId}, 'welcome', 'x@x.example', '{}', 'failed' from generate_series(1, 200)`);
  expect(await counted(company.ana)).toBe(100);
});

const memberId = ({ memberId }: Person) => ({ memberId, once: onceKey() });
const inBulk = (act: string) => (viewer: Viewer, person: Person) =>
  changeMany(viewer, ChangeMany.parse({ act, member: person.memberId, once: onceKey() }));

/** Everything that replaces or ends an invitation. */
const ENDS: Record<string, (viewer: Viewer, person: Person) => Promise<unknown>> = {
  "it is sent again": (viewer, person) => resendInvitation(viewer, memberId(person)),
  "it is sent again to many": inBulk("resend"),
  "its link is copied": (viewer, person) => copyInvitationLink(viewer, memberId(person)),
  "it is withdrawn": (viewer, person) => withdrawInvitation(viewer, memberId(person)),
  "the person is disabled": (viewer, person) => disableMember(viewer, memberId(person)),
  "many are disabled": inBulk("disable"),
  "the person is deleted": (viewer, person) => deleteUser(viewer, memberId(person)),
  "many are deleted": inBulk("delete"),
  "the address is corrected": async (viewer, person) =>
    editMember(viewer, await editFormOf(person, { email: `${unique()}@new.example` })),
  "it is accepted after all": async (_, person) => {
    const token = await linkTo(person, "invitation");
    const password = PASSWORD;
    await acceptInvitation(visitor(), { token, password, confirmPassword: password, once: onceKey() });
  },
};

describe.each(Object.entries(ENDS))("a lost invitation is decided when %s", (_, end) => {
  test("and others are not", async () => {
    const company: Company = await makeCompany();
    const [person, beside] = [await company.pending(), await company.pending()];
    await linkTo(person, "invitation");
    const [lost, others] = [await emailTo(person), await emailTo(beside)];
    await end(await viewerOf(company.ana), person);
    expect([await isDecided(lost), await isDecided(others)]).toEqual([true, false]);
  });
});

const LETTERS = [
  ["invitation", ["welcome", "join"]],
  ["reset", ["reset"]],
  ["email-change", ["confirm-email"]],
  ["email-check", ["email-entered"]],
] as const;

describe.each(LETTERS)("a new %s link decides about lost letters", (purpose, letters) => {
  test("with such a link, and about no others", async () => {
    const company = await makeCompany();
    const [ben, beside] = [await company.endUser(), await company.endUser()];
    await linkTo(ben, purpose);
    const all = [...LETTERS.flatMap(([, names]) => names), "email-change-asked", "password-changed"] as const;
    const lost = new Map<string, string>();
    for (const template of all) lost.set(template, await emailTo(ben, { template }));
    const theirs = await emailTo(beside, { template: letters[0] });
    await linkTo(ben, purpose);
    const decided = await Promise.all([...lost].map(async ([name, id]) => ((await isDecided(id)) ? [name] : [])));
    expect(decided.flat()).toEqual(letters);
    expect(await isDecided(theirs)).toBe(false);
  });
});

describe("what the provider says of an email that reached nobody stands with the email", () => {
  const news = (providerId: string, state: "delivered" | "bounced" | "complained") =>
    recordDelivery({ providerId, state, reason: null, at: new Date() });
  const sentAs = async (id: string, providerId: string, tx: Pick<WriteTx, "update"> = writeDb) =>
    tx.update(outbox).set({ state: "sent", providerId }).where(sql`${outbox.id} = ${id}`);

  test("whether the news comes after the worker wrote it down or before", async () => {
    const { ana } = await makeCompany();
    const [early, late, fine] = [unique(), unique(), unique()];
    const [first, second, third] = [
      await emailTo(ana, { state: "queued" }),
      await emailTo(ana, { state: "sent", providerId: late }),
      await emailTo(ana, { state: "sent", providerId: fine }),
    ];
    await news(early, "bounced");
    await sentAs(first, early);
    await news(late, "bounced");
    await news(late, "complained");
    await news(late, "bounced");
    await news(fine, "delivered");
    expect([await emailRow(first), await emailRow(second), await emailRow(third)].map(({ lost }) => lost)).toEqual([
      "bounced",
      "complained",
      null,
    ]);
  });

  test("or at the same moment, whichever begins", async () => {
    const { ana } = await makeCompany();
    const [id, providerId] = [await emailTo(ana, { state: "queued" }), unique()];
    await meanwhile(
      (tx) => sentAs(id, providerId, tx),
      () => news(providerId, "bounced"),
    );
    const [other, otherId] = [await emailTo(ana, { state: "queued" }), unique()];
    await meanwhile(
      (tx) => tx.insert(deliveries).values({ providerId: otherId, state: "bounced", reason: null, at: new Date() }),
      () => sentAs(other, otherId),
    );
    expect([await emailRow(id), await emailRow(other)]).toMatchObject([{ lost: "bounced" }, { lost: "bounced" }]);
    await writeDb.delete(deliveries);
  });
});
