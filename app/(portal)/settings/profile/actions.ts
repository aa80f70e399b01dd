"use server";

import { CancelEmailChange, cancelEmailChange } from "@/lib/users/cancel-email-change";
import { ResendEmailChange, resendEmailChange } from "@/lib/users/resend-email-change";
import { UpdateProfile, updateProfile } from "@/lib/users/update-profile";
import { stay } from "@/lib/web/back";
import { formAction } from "@/lib/web/form-action";

const linkSent = (email: string) =>
  `We have emailed a link to ${email}. Your address changes when you confirm it there.`;

export const save = formAction(UpdateProfile, updateProfile, ({ waits }) =>
  stay(waits ? `Your profile is saved. ${linkSent(waits)}` : "Your profile is saved."),
);
export const resend = formAction(ResendEmailChange, resendEmailChange, ({ email }) => stay(linkSent(email)));
export const cancel = formAction(CancelEmailChange, cancelEmailChange, () =>
  stay("Your email address stays as it is."),
);
