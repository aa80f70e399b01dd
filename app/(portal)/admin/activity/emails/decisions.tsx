"use client";

import { HiddenFields } from "@/components/form/hidden-fields";
import { Submit } from "@/components/form/submit";
import { useAnswer } from "@/components/form/use-answer";
import { again, leave } from "./actions";

type Props = {
  emailId: string;
  about: string;
  once: { again: string; leave: string };
  may: { sendAgain: boolean; leave: boolean };
};

/** What can be done about one email. A refusal is said here also when it took the buttons away. */
export function Decisions({ emailId, about, once, may }: Props) {
  const [sent, sendAgain] = useAnswer(again);
  const [left, leaveIt] = useAnswer(leave);
  const refusal = sent.message ?? left.message ?? Object.values({ ...sent.errors, ...left.errors })[0];
  return (
    <div className="flex flex-wrap justify-end gap-1 max-[900px]:max-w-40 max-[900px]:flex-col max-[900px]:items-stretch min-[1280px]:min-w-44 [&_.btn]:whitespace-nowrap max-[900px]:[&_.btn]:w-full">
      {may.sendAgain && (
        <form action={sendAgain}>
          <HiddenFields once={once.again} fields={{ emailId }} />
          <Submit variant="secondary" size="small" label={`Send again: ${about}`}>
            Send again
          </Submit>
        </form>
      )}
      {may.leave && (
        <form action={leaveIt}>
          <HiddenFields once={once.leave} fields={{ emailId }} />
          <Submit variant="secondary" size="small" label={`Leave it: ${about}`}>
            Leave it
          </Submit>
        </form>
      )}
      {refusal && (
        <p className="action-answer" role="alert">
          {refusal}
        </p>
      )}
    </div>
  );
}
