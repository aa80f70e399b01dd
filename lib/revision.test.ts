import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { members, users } from "@/db/schema";
import { writeDb } from "@/db/write";
import { type Company, makeCompany, onceKey, viewerOf } from "@/tests/support/cast";
import { editFormOf } from "@/tests/support/forms/edit-form";
import { numberFormOf } from "@/tests/support/forms/number-form";
import { groupRow } from "@/tests/support/groups";
import { rowsOf } from "@/tests/support/rows";
import type { Viewer } from "./access/viewer";
import { editCompany } from "./accounts/edit-company";
import { getCompany } from "./accounts/get-company";
import { renameGroup } from "./groups/rename";
import { editMember } from "./members/edit";
import { editNumber } from "./numbers/edit";
import { giveLine } from "./numbers/give-line";
import { takeLine } from "./numbers/take-line";

type Opened = {
  /** A form as its page fills it now, with a name typed into it; sending it saves. */
  open: (name: string) => Promise<() => Promise<unknown>>;
  name: () => Promise<string | undefined>;
  /** What goes on beside it and is in no form. */
  beside: () => Promise<unknown>;
};

const KINDS: Record<string, (company: Company, viewer: Viewer) => Promise<Opened>> = {
  "a user": async (company, viewer) => {
    const person = await company.endUser();
    return {
      open: async (firstName) => {
        const form = await editFormOf(person, { firstName });
        return () => editMember(viewer, form);
      },
      name: async () => (await rowsOf(person))?.user.firstName,
      beside: async () => {
        await writeDb.update(members).set({ lastLoginAt: new Date() }).where(eq(members.id, person.memberId));
        await writeDb.update(users).set({ passwordHash: "another" }).where(eq(users.id, person.userId));
      },
    };
  },
  "the company": async (company, viewer) => ({
    open: async (name) => {
      const now = await getCompany(viewer);
      if (!now) throw new Error("there is no company");
      const form = { ...now, name, once: onceKey() };
      return () => editCompany(viewer, form);
    },
    name: async () => (await getCompany(viewer))?.name,
    beside: () => company.endUser(),
  }),
  "a group": async (company, viewer) => {
    const { id } = await company.group("West");
    const place = await company.group("Coast");
    return {
      open: async (name) => {
        const revision = (await groupRow(id))?.revision ?? 0;
        const form = { groupId: id, name, isLocation: false, revision, once: onceKey() };
        return () => renameGroup(viewer, form);
      },
      name: async () => (await groupRow(id))?.name,
      beside: async () => [await company.group("Store", id), await company.endUser({ groupId: place.id })],
    };
  },
  "a number": async (company, viewer) => {
    const line = await company.number();
    return {
      open: async (label) => {
        const form = await numberFormOf(line, { label });
        return () => editNumber(viewer, form);
      },
      name: async () => (await numberFormOf(line)).label,
      beside: () => company.endUser({ lines: [line] }),
    };
  },
};

describe.each(Object.entries(KINDS))("two forms of %s are open", (_, make) => {
  const opened = async () => {
    const company = await makeCompany();
    return make(company, await viewerOf(company.ana));
  };

  test("the second to be sent is told, and overwrites nothing", async () => {
    const { open, name } = await opened();
    const [first, second] = [await open("First"), await open("Second")];
    await first();
    const told = { name: "Refused", field: "revision", message: expect.stringMatching(/^Somebody else changed this/) };
    await expect(second()).rejects.toMatchObject(told);
    expect(await name()).toBe("First");
    await (await open("Third"))();
    expect(await name()).toBe("Third");
  });

  test("of two at the same moment one saves", async () => {
    const { open } = await opened();
    const forms = [await open("First"), await open("Second")];
    const answers = await Promise.allSettled(forms.map((send) => send()));
    expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("what is in no form refuses nobody", async () => {
    const { open, name, beside } = await opened();
    const send = await open("Mine");
    await beside();
    await send();
    expect(await name()).toBe("Mine");
  });
});

test("a line that was given or taken elsewhere is told of, too", async () => {
  const company = await makeCompany();
  const [line, person, viewer] = [await company.number(), await company.endUser(), await viewerOf(company.ana)];
  const outdated = async (act: () => Promise<unknown>) => {
    const form = await editFormOf(person, { firstName: "Mine" });
    await act();
    await expect(editMember(viewer, form)).rejects.toMatchObject({ field: "revision" });
  };
  await outdated(() => giveLine(viewer, { numberId: line.id, person: person.email, once: onceKey() }));
  await outdated(() => takeLine(viewer, { numberId: line.id, memberId: person.memberId, once: onceKey() }));
});
