"use server";

import { SendInvitations, sendInvitations } from "@/lib/invitations/confirm";
import { PreviewInvitations, previewInvitations } from "@/lib/invitations/preview";
import { goTo } from "@/lib/web/back";
import { formAction } from "@/lib/web/form-action";

export const preview = formAction(PreviewInvitations, previewInvitations, ({ batchId }) =>
  goTo(`/admin/users/invite/${batchId}`),
);
export const send = formAction(SendInvitations, sendInvitations, ({ batchId }) =>
  goTo(`/admin/users/invite/${batchId}`),
);
