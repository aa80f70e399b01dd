import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import type { Group } from "@/lib/groups/get";

type Props = { group: Group; wish: { search: string; which: "direct" | "inherited" | "below" } };

const words = {
  direct: { title: "Nobody yet", sentence: "Whoever is assigned or invited here has their role here and under it." },
  inherited: { title: "Nobody from above", sentence: "Nobody you can see has a role in a group above this one." },
  below: { title: "Nobody below", sentence: "Nobody you can see has a role in a group under this one." },
};

export function Nobody({ group, wish }: Props) {
  if (!wish.search) return <Empty {...words[wish.which]} />;
  return (
    <Empty title="Nobody found" sentence="Nobody you can see here has that in their name, username, email or numbers.">
      <ButtonLink href={`/admin/groups/${group.id}?which=${wish.which}`}>Show all</ButtonLink>
    </Empty>
  );
}
