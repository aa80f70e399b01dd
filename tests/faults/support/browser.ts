/** Somebody's browser without scripts: it keeps cookies, and goes where it is sent. */
export function browser(url: string, cookies: Record<string, string> = {}) {
  const jar = new Map(Object.entries(cookies));
  const ask = async (
    path: string,
    body?: FormData,
    hops = 5,
  ): Promise<{ status: number; path: string; html: string }> => {
    const cookie = [...jar].map((pair) => pair.join("=")).join("; ");
    const answer = await fetch(url + path, {
      headers: { accept: "text/html", cookie, ...(body && { origin: url }) },
      redirect: "manual",
      signal: AbortSignal.timeout(120_000),
      ...(body && { method: "POST", body }),
    });
    const html = await answer.text();
    for (const set of answer.headers.getSetCookie()) {
      const [name = "", value = ""] = set.split(";")[0]?.split(/=(.*)/s) ?? [];
      jar.set(name, value);
    }
    const to = answer.headers.get("location");
    if (!to || hops === 0) return { status: answer.status, path, html };
    const next = new URL(to, url + path);
    // 307 sends the form on, everything else only the person.
    return ask(next.pathname + next.search, answer.status === 307 ? body : undefined, hops - 1);
  };
  return { ask, cookie: (name: string) => jar.get(name) };
}
