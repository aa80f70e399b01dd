import { Form } from "@/components/form/form";
import { Submit } from "@/components/form/submit";
import { SignedOut } from "@/components/shell/signed-out";
import { readFlash } from "@/lib/web/flash";
import { Flash } from "../flash";
import { askForAnother } from "./actions";

type Props = { token: string; title: string; sentence: string };

/** The invitation no longer works; the Admin who invited them hears of it at the press of a button. */
export async function AskForAnother({ token, title, sentence }: Props) {
  const told = (await readFlash()) !== null;
  return (
    <SignedOut title={title} sentence={sentence} footer={<a href="/login">Log in</a>}>
      <Flash />
      {!told && (
        <Form action={askForAnother} once={crypto.randomUUID()}>
          <input type="hidden" name="token" value={token} />
          <Submit size="wide">Ask for a new invitation</Submit>
        </Form>
      )}
    </SignedOut>
  );
}
