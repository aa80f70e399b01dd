import type { Act } from "@/lib/members/acts";

type Done = { act: Act; list: Record<string, string>; rest: string | null };

/** Back to the list as it was, or on to the next batch of all that match. */
export function afterwards({ act, list, rest }: Done): string {
  if (rest) return `/admin/users/bulk?${new URLSearchParams({ ...list, all: "1", after: rest, act })}`;
  const params = new URLSearchParams(list);
  return params.size > 0 ? `/admin/users?${params}` : "/admin/users";
}
