/** `__Host-` ties a cookie to this very host; browsers accept the prefix over https only. */
export const cookieName = (name: string, { https }: { https: boolean }): string => (https ? `__Host-${name}` : name);
