import { expect, test } from "vitest";
import { isLocal } from "./is-local";

test.each([
  ["127.0.0.1", "localhost:3000"],
  ["127.0.0.1", "127.0.0.1:3000"],
  ["::1", "[::1]:3000"],
  ["::ffff:127.0.0.1", "LOCALHOST"],
])("%s asking %s is this machine", (address, host) => expect(isLocal({ address, host })).toBe(true));

test.each([
  ["10.0.0.7", "localhost:3000"],
  ["127.0.0.1, 10.0.0.7", "localhost:3000"],
  ["10.0.0.7, 127.0.0.1", "localhost:3000"],
  ["unknown", "localhost:3000"],
  ["", "localhost"],
  ["127.0.0.1", "evil.example:3000"],
  ["127.0.0.1", "localhost.evil.example"],
  ["127.0.0.1", ""],
])("%s asking %s is not", (address, host) => expect(isLocal({ address, host })).toBe(false));
