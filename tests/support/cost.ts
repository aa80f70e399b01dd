/** What some work costs this process, in milliseconds of processor: what the machine does beside it doesn't count. */
export function costOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
