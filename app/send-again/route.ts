import { keepUnknown } from "@/lib/web/keep-unknown";

/** A form that the server did not know, sent on by it or by its page: back to that page, with what was typed. */
export async function POST(request: Request) {
  const page = await keepUnknown(request);
  return new Response(null, { status: 303, headers: { location: page } });
}
