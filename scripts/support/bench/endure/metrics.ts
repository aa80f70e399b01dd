/** What the heaps of all processes of a server hold, by their own statistics, in MiB. */
export async function heapOf(url: string, token: string): Promise<number> {
  const answer = await fetch(`${url}/api/metrics`, { headers: { authorization: `Bearer ${token}` } });
  const [, bytes] = /^nodejs_heap_size_used_bytes(?:\{[^}]*\})? ([\d.e+]+)$/m.exec(await answer.text()) ?? [];
  if (bytes === undefined) throw new Error(`the metrics say nothing of heaps: ${answer.status}`);
  return Number(bytes) / 2 ** 20;
}
