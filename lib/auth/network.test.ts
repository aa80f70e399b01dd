import { expect, test } from "vitest";
import { networkOf } from "./network";

test("an IPv4 address counts by itself, also when it comes as IPv6", () => {
  expect(networkOf("203.0.113.7")).toBe("203.0.113.7");
  expect(networkOf("::ffff:203.0.113.7")).toBe("203.0.113.7");
  expect(networkOf("unknown")).toBe("unknown");
});

test("IPv6 addresses count by their /64, however they are written", () => {
  const one = networkOf("2001:db8:12:34::1");
  expect(one).toBe("2001:db8:12:34::/64");
  for (const same of ["2001:0db8:0012:0034:ffff:1:2:3", "2001:DB8:12:34:0:0:0:9"]) expect(networkOf(same)).toBe(one);
  expect(networkOf("2001:db8:12:35::1")).not.toBe(one);
  expect(networkOf("::1")).toBe("0:0:0:0::/64");
});
