/** Their buttons stand among the fields of the other form, and name these by id: forms can't be nested. */
export const FORMS = { resend: "resend-form", copy: "copy-form", reset: "reset-form" } as const;

/** The other form, which is sent with them where there is no script. */
export const EDIT = "edit";
