export const figure = (count: number) => count.toLocaleString("en");

/** "1 invitation", "312 invitations" */
export const invitations = (count: number) => `${figure(count)} ${count === 1 ? "invitation" : "invitations"}`;
