import { CAMPAIGNS } from "@/lib/campaigns/campaigns-query";
import type { Use } from "@/lib/contacts/fields/campaigns-with";

/** Campaigns whose texts say a field; of those that the viewer does not see, how many they are. */
export function Uses({ uses, says }: { uses: readonly Use[]; says: string }) {
  if (uses.length === 0) return null;
  const seen = uses.filter((use) => use !== null);
  const unseen = uses.length - seen.length;
  return (
    <div>
      <p>{says}</p>
      <ul className="mt-1 list-disc pl-5">
        {seen.map(({ id, name }) => (
          <li key={id} className="wrap-anywhere">
            <a className="link" href={`${CAMPAIGNS}/${id}`}>
              {name}
            </a>
          </li>
        ))}
        {unseen > 0 && <li>{unseen === 1 ? "One" : unseen} that you don’t see.</li>}
      </ul>
    </div>
  );
}
