import { Form } from "@/components/form/form";
import { Submit } from "@/components/form/submit";
import { SignedOut } from "@/components/shell/signed-out";
import type { Variant } from "@/components/ui/button";
import { askForAnother } from "./actions";

type Props = { token: string; title: string; sentence: string; variant: Variant };

/** The invitation no longer works; the Admin who invited them hears of it at the press of a button. */
export const AskForAnother = ({ token, title, sentence, variant }: Props) => (
  <SignedOut title={title} sentence={sentence} footer={<a href="/login">Log in</a>}>
    <Form action={askForAnother} once={crypto.randomUUID()}>
      <input type="hidden" name="token" value={token} />
      <Submit size="wide" variant={variant}>
        Ask for a new invitation
      </Submit>
    </Form>
  </SignedOut>
);
