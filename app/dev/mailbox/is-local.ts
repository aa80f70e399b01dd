const LOCAL_HOSTS = new Set(["localhost", "127.0.0.1", "[::1]"]);
const LOCAL_ADDRESS = /^(::ffff:)?127\.\d+\.\d+\.\d+$|^::1$/i;

/**
 * Asked from this machine, under a name of this machine: a foreign name that leads here (DNS rebinding), or a public one
 * that a proxy on this machine passes on, is somebody else's.
 */
export function isLocal({ address, host }: { address: string; host: string }): boolean {
  const url = `http://${host}`;
  return LOCAL_ADDRESS.test(address) && URL.canParse(url) && LOCAL_HOSTS.has(new URL(url).hostname);
}
