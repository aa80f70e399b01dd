"use server";

import { emailWords } from "@/lib/outbox/way-out";
import { shownAddress } from "@/lib/text/address";
import { CancelEmailChange, cancelEmailChange } from "@/lib/users/email/cancel-email-change";
import { ResendEmailChange, resendEmailChange } from "@/lib/users/email/resend-email-change";
import { UpdateProfile, updateProfile } from "@/lib/users/update-profile";
import { stay } from "@/lib/web/back";
import { formAction } from "@/lib/web/form-action";
import { gotIt } from "../../actions";

const linkSent = (email: string) =>
  emailWords({
    sent: `We have emailed a link to ${shownAddress(email)}. Your address changes when you confirm it there.`,
    done: `A link for ${shownAddress(email)} is made.`,
    instead: "it waits until it can be sent, and your address stays as it is",
  });

export const resend = formAction(ResendEmailChange, resendEmailChange, async ({ email }) =>
  stay(await linkSent(email)),
);
export const cancel = formAction(CancelEmailChange, cancelEmailChange, () =>
  stay("Your email address stays as it is."),
);
export const save = formAction(
  UpdateProfile,
  updateProfile,
  async ({ waits }) => stay(waits ? `Your profile is saved. ${await linkSent(waits)}` : "Your profile is saved."),
  { acts: { resend, cancel, "got-it": gotIt } },
);
