import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startEmbedded } from "@/db/embedded";
import { migrate } from "@/db/migrate";
import { provide } from "@/lib/env";
import { scratchFolder } from "@/tests/support/run/scratch";
import { keptSecret, readSecret } from "./secrets";
import { startSentence } from "./start-sentence";

const settings = { fsync: "off", shared_buffers: "16MB" };
const top = scratchFolder("faulty");
const whole = path.join(top, "whole");
const dir = path.join(top, "data");

/** What a start on `dir` says, when it can't. */
async function saidBy(work: () => unknown): Promise<string | undefined> {
  try {
    await work();
  } catch (error) {
    return startSentence(error);
  }
  return "it started";
}

async function start() {
  const { url, stop } = await startEmbedded({ dir, settings });
  await migrate(url).finally(stop);
}

beforeAll(async () => {
  chmodSync(top, 0o755);
  provide({ DATA_DIR: dir, LINEUP_EMBEDDED: "1" });
  await startEmbedded({ dir: whole, settings }).then(({ stop }) => stop());
});

afterAll(() => rmSync(top, { recursive: true, force: true }));

const at = (...parts: string[]) => path.join(dir, ...parts);
const write = (file: string, text: string) => () => writeFileSync(at(file), text);
const remove = (file: string) => () => rmSync(at(file), { recursive: true });
const fileFor = (name: string) => () => {
  rmSync(at(name), { recursive: true });
  writeFileSync(at(name), "");
};
const folder = (file: string) => () => {
  rmSync(at(file), { recursive: true, force: true });
  mkdirSync(at(file));
};

describe("a start that finds its data folder in a bad way says one sentence", { timeout: 30_000 }, () => {
  it.each<[string, () => unknown, RegExp]>([
    ["database.json cut off", write("database.json", '{"password":"'), /database\.json is not whole, .*: restore/],
    ["database.json empty", write("database.json", ""), /database\.json is not whole/],
    ["database.json of something else", write("database.json", '{"pass":1}'), /database\.json is not whole/],
    ["database.json a folder", folder("database.json"), /database\.json is a folder.*: move it away/],
    ["database.json gone", remove("database.json"), /database\.json is missing, .*: restore/],
    ["another password", write("database.json", '{"password":"other"}'), /doesn't take the password in database\.json/],
    ["base emptied", folder("postgres/data/base"), /is damaged \(.*\): restore .* from a copy/],
    [
      "the control file gone",
      remove("postgres/data/global/pg_control"),
      /did not start on .*pg_control.*: (restore|give)/,
    ],
    ["the log of changes gone", folder("postgres/data/pg_wal"), /did not start on .*: (restore|give)/],
    ["another version", write("postgres/data/PG_VERSION", "15\n"), /made by PostgreSQL 15, .* brings \d+: start it/],
    ["no version", remove("postgres/data/PG_VERSION"), /is damaged \(.*PG_VERSION is missing or not whole\)/],
    ["an empty version", write("postgres/data/PG_VERSION", ""), /is damaged \(.*PG_VERSION/],
    ["settings gone", remove("postgres/data/postgresql.conf"), /postgresql\.conf.*: put that file right or back/],
    [
      "nonsense in the settings",
      write("postgres/data/postgresql.conf", "non sense"),
      /contains errors\): put that file/,
    ],
    ["open to everybody", () => chmodSync(at("postgres/data"), 0o777), /invalid permissions\): give that folder back/],
    ["a file for a folder", fileFor("postgres"), /a file is in the way: move that away/],
    ["a folder for the log", folder("postgres/postgres.log"), /postgres\.log is a folder.*: move it away/],
  ])("%s", async (_, damage, says) => {
    rmSync(dir, { recursive: true, force: true });
    execFileSync("cp", ["-a", whole, dir]); // With its owners.
    damage();
    const said = await saidBy(start);
    expect(said).toMatch(says);
    expect(said).not.toContain("\n");
  });

  it("also when the folder is a file", async () => {
    rmSync(dir, { recursive: true, force: true });
    writeFileSync(dir, "");
    expect(await saidBy(start)).toMatch(/is a file, and a folder is needed there: move it away, or set DATA_DIR/);
  });

  it.runIf(process.platform === "linux")("also where no folder can be made", async () => {
    provide({ DATA_DIR: "/proc/lineup" });
    const said = await saidBy(() => startEmbedded({ dir: "/proc/lineup", settings }));
    provide({ DATA_DIR: dir });
    expect(said).toMatch(/proc\/lineup .*, or set DATA_DIR to another/);
  });
});

describe("a secret", () => {
  const secret = { dir: top, name: "secret", least: 32, loss: "nobody gets in" };
  const file = path.join(top, "secret");
  const make = () => "x".repeat(32);

  it("is made once and kept", () => {
    expect(keptSecret(secret, make)).toBe("x".repeat(32));
    expect(keptSecret(secret, () => "another")).toBe("x".repeat(32));
  });

  it.each([
    ["", "is empty"],
    ["\n", "is empty"],
    ["short\n", "is too short"],
  ])("that is %j stops the start and stays", async (text, how) => {
    writeFileSync(file, text);
    const said = await saidBy(() => keptSecret(secret, make));
    expect(said).toBe(`${file} ${how}: restore it from a copy, or delete it to have a new one made (nobody gets in).`);
    expect(readSecret({ ...secret, least: 0 })).toBe(text.trim());
  });

  it("that is a folder stops the start", async () => {
    rmSync(file);
    mkdirSync(file);
    expect(await saidBy(() => keptSecret(secret, make))).toMatch(/secret is a folder, and a file is needed there/);
  });
});

describe("what the system refuses", () => {
  const refused = (code: string, more: object = {}) =>
    startSentence(Object.assign(new Error(`${code}: refused`), { code, syscall: "open", path: at("lock"), ...more }));

  it.each([
    ["EACCES", /lock may not be read or written by \S+: give it to that user \(chown\), or set DATA_DIR/],
    ["EROFS", /lock is on a disk that can only be read: make it writable, or set DATA_DIR/],
    ["ENOSPC", /no space left on the disk for .*: make room, or set DATA_DIR/],
    ["EMFILE", /lock can't be used \(EMFILE: refused\): put it right/],
  ])("%s is said in words", (code, says) => expect(refused(code)).toMatch(says));

  it("outside of the data folder does not speak of it", () => {
    expect(refused("EACCES", { path: ".next/cache" })).toMatch(/\.next\/cache may not .* \(chown\)\.$/);
  });

  it("without a name of a file means the data folder's disk", () => {
    expect(refused("ENOSPC", { path: undefined })).toContain(dir);
  });

  it("is found under what wraps it, and a fault of ours keeps its stack", () => {
    const cause = Object.assign(new Error("EROFS"), { code: "EROFS", syscall: "mkdir", path: dir });
    expect(startSentence(new Error("failed", { cause }))).toMatch(/only be read/);
    expect(startSentence(new TypeError("undefined is not a function"))).toBeUndefined();
  });
});
