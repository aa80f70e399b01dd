import { networkOf } from "./network";
import type { Limit } from "./throttle";

/** Ten failures a person and quarter of an hour, counted by person however they were spelt. */
export const personTries = (of: string): Limit => ({ name: "login-person", of, most: 10, minutes: 15 });

/** A whole office may share an address; only failures stay counted. */
export const addressTries = (of: string): Limit => ({
  name: "login-address",
  of: networkOf(of),
  most: 1000,
  minutes: 15,
});
