/** Who did with campaigns what nobody did by hand. */
export const LINEUP = { kind: "system", name: "Lineup" } as const;
