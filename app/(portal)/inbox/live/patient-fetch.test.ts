import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readPatiently } from "./patient-fetch";

const answers = vi.fn<typeof fetch>();

beforeEach(() => {
  vi.useFakeTimers();
  answers.mockReset();
  vi.stubGlobal("window", { fetch: answers });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const READ = { headers: { rsc: "1" } };

/** Nothing, until it is given up. */
const never: typeof fetch = (_, init) =>
  new Promise((_resolve, reject) => init?.signal?.addEventListener("abort", () => reject(init.signal?.reason)));

test("what is read by itself and gets no answer is given up and read anew", async () => {
  answers.mockImplementationOnce(never).mockResolvedValueOnce(new Response("Hello"));
  const leave = readPatiently();
  const read = window.fetch("/inbox", READ);
  await vi.advanceTimersByTimeAsync(15_000);
  expect(await (await read).text()).toBe("Hello");
  expect(answers).toHaveBeenCalledTimes(2);
  leave();
  expect(window.fetch).toBe(answers);
});

test("one is not held up by another without an answer", async () => {
  answers.mockImplementationOnce(never).mockResolvedValueOnce(new Response("Hello"));
  const leave = readPatiently();
  void window.fetch("/inbox", READ).catch(() => undefined);
  expect(await (await window.fetch("/inbox", READ)).text()).toBe("Hello");
  leave();
});

test("what was cut is read anew, also in the middle; what its reader gives up is not", async () => {
  const half = () =>
    new Response(new ReadableStream({ pull: (controller) => controller.error(new TypeError("network error")) }));
  answers
    .mockRejectedValueOnce(new TypeError("Failed to fetch"))
    .mockResolvedValueOnce(half())
    .mockResolvedValueOnce(new Response("Hello"))
    .mockImplementationOnce(never);
  const leave = readPatiently();
  const read = window.fetch("/inbox", READ);
  await vi.advanceTimersByTimeAsync(5000);
  expect(await (await read).text()).toBe("Hello");
  const reader = new AbortController();
  const left = window.fetch("/inbox", { ...READ, signal: reader.signal });
  reader.abort();
  await expect(left).rejects.toThrow("aborted");
  expect(answers).toHaveBeenCalledTimes(4);
  leave();
});

test("what is sent is sent once", async () => {
  answers.mockRejectedValueOnce(new TypeError("Failed to fetch"));
  const leave = readPatiently();
  await expect(window.fetch("/inbox", { ...READ, method: "POST" })).rejects.toThrow("Failed to fetch");
  expect(answers).toHaveBeenCalledTimes(1);
  leave();
});
