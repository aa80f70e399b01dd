/** Of the gate (gate.ts). Any number that nothing else in this database locks. */
export const GATE_LOCK = 7_231_947;
