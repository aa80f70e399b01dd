/** The line of PostgreSQL's own words that says why it gave up, without its time and process. */
export function complaintIn(said: string): string {
  const lines = said
    .split("\n")
    .map((line) => line.replace(/^\d{4}-\S+ \S+ \S+ \[\d+\] /, "").trim())
    .filter(Boolean);
  const gaveUp = lines.findLast((line) => /FATAL|PANIC/.test(line));
  const says = lines.findIndex((line) => /error:|could not|cannot/i.test(line));
  const line = gaveUp ?? (says < 0 ? (lines.at(-1) ?? "") : lines.slice(says, says + 3).join(" "));
  return line.replace(/^(\w+: )?(FATAL|PANIC|error):\s*/, "");
}

/** What to do about it. */
export function whatHelps(complaint: string): string {
  if (/no space left/i.test(complaint)) return "make room on that disk, then start again";
  if (/permission|ownership/i.test(complaint))
    return "give that folder back to the user who made it, and to nobody else (chown, chmod 700)";
  if (/shared memory|memory|semaphore/i.test(complaint)) return "give this machine more memory, or end what uses it";
  if (/configuration file|pg_hba/.test(complaint))
    return "put that file right or back, or move the data folder away to begin with an empty one";
  return "restore the data folder from a copy, or move it away to begin with an empty one";
}
