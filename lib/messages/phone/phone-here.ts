import type { Visitor } from "../../access/viewer";
import { carrierHere } from "../../carrier/carrier-here";

/** A customer's telephone in a browser is there with the simulated carrier alone, and at this very computer. */
export const isPhoneHere = ({ isHere }: Visitor): boolean => carrierHere()?.name === "simulated" && isHere === true;
