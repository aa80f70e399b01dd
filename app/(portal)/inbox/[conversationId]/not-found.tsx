import { NoThread } from "../live/no-thread";

export default function NotFound() {
  return <NoThread />;
}
