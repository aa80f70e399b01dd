const isTerminal = () => process.stdout.isTTY && !hushed;
let hushed = false;

/** Runs `work` under a line that counts the seconds on a terminal, and is plain lines anywhere else. */
export async function step<T>(label: string, work: () => Promise<T>): Promise<T> {
  const began = Date.now();
  const show = (mark: string, end: string) => {
    if (isTerminal())
      process.stdout.write(`\r\u001b[2K${mark} ${label}  ${((Date.now() - began) / 1000).toFixed(1)} s${end}`);
  };
  if (!isTerminal()) say(`${label} …`);
  const ticking = setInterval(() => show(" ", ""), 200);
  try {
    const result = await work();
    show("✓", "\n");
    if (!isTerminal()) say(`${label}: done in ${((Date.now() - began) / 1000).toFixed(1)} s`);
    return result;
  } catch (error) {
    show("✗", "\n");
    throw error;
  } finally {
    clearInterval(ticking);
  }
}

/** Lines that move are not drawn any more: something else is being said now. */
export function hush() {
  hushed = true;
}

export const say = (line: string) => process.stdout.write(`${line}\n`);

export const complain = (line: string) => process.stderr.write(`${line}\n`);

/** For a script that has a portal work inside it: what that logs is not what the script says. */
export function keepLogsOut() {
  const write = process.stdout.write.bind(process.stdout);
  const isLog = (text: unknown) => typeof text === "string" && text.startsWith('{"at":');
  process.stdout.write = (text: Uint8Array | string) => (isLog(text) ? true : write(text));
}
