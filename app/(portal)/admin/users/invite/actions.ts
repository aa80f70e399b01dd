"use server";

import { AnswerPreview, answerPreview } from "@/lib/invitations/preview/answer-preview";
import { PreviewInvitations, previewInvitations } from "@/lib/invitations/preview/preview";
import { goTo } from "@/lib/web/back";
import { formAction } from "@/lib/web/form-action";
import { resend } from "../actions";

export const preview = formAction(PreviewInvitations, previewInvitations, ({ batchId }) =>
  goTo(`/admin/users/invite/${batchId}`),
);

const READ = {
  read: "The list is read as you chose. Look it over.",
  send: "You changed how the columns are read. Look it over, then Send Invite.",
};

export const answer = formAction(
  AnswerPreview,
  answerPreview,
  ({ batchId, read }) => goTo(`/admin/users/invite/${batchId}`, read && READ[read]),
  { acts: { resend } },
);
