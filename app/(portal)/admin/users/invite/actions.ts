"use server";

import { AnswerPreview, answerPreview } from "@/lib/invitations/answer-preview";
import { PreviewInvitations, previewInvitations } from "@/lib/invitations/preview";
import { goTo } from "@/lib/web/back";
import { formAction } from "@/lib/web/form-action";

export const preview = formAction(PreviewInvitations, previewInvitations, ({ batchId }) =>
  goTo(`/admin/users/invite/${batchId}`),
);
export const answer = formAction(AnswerPreview, answerPreview, ({ batchId }) => goTo(`/admin/users/invite/${batchId}`));
