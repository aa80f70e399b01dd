/** Where a group is made of some recipients: what else is done on the page meanwhile sends it along. */
export const GROUP_FORM = "make-group";
