import { beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import * as fields from "@/lib/fields";
import { initialFormState } from "@/lib/form-state";
import { visitorAction } from "@/lib/web/form-action";
import { onceKey } from "./support/cast";

vi.mock("next/headers", () => ({
  headers: async () => new Headers({ "x-forwarded-for": "203.0.113.7" }),
  cookies: async () => ({ get: () => undefined }),
}));

const keys: (string | undefined)[] = [];
beforeEach(() => void keys.splice(0));

const Form = z.object({ act: z.string(), name: z.string(), once: fields.once });
const action = visitorAction(Form, async (_, { once }) => void keys.push(once));

async function post(fields: Record<string, string>) {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  expect(await action(initialFormState, data)).toMatchObject({ ok: true });
  return keys.at(-1);
}

test("the same form sent twice is one submit, whatever order its fields come in", async () => {
  const form = { act: "disable", name: "Ana", once: onceKey() };
  const first = await post(form);
  expect(z.uuid().safeParse(first).success).toBe(true);
  expect(await post({ once: form.once, name: form.name, act: form.act })).toBe(first);
});

test("brought back and filled in anew it is another, and so is another button of the same form", async () => {
  const form = { act: "disable", name: "Ana", once: onceKey() };
  const sent = [form, { ...form, name: "Ben" }, { ...form, act: "enable" }, { ...form, once: onceKey() }];
  for (const each of sent) await post(each);
  expect(new Set(keys).size).toBe(sent.length);
});

test("a form whose key is none is not taken for another", async () => {
  expect(await post({ act: "disable", name: "Ana", once: "x" })).toBeUndefined();
});
