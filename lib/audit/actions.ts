import { roleNames } from "../access/permissions";

/** Who did it, to whom or what ("Ben Ortiz", "Ben Ortiz and 22 others"), whether that is the same, and what is known. */
export type Told = { who: string; whom: string; toSelf: boolean; facts: Facts };

type Values = Readonly<Record<string, unknown>>;
export type Facts = { before: Values; after: Values; rest: Values };

type Action = {
  name: string;
  say: (told: Told) => string;
  /** The sentence holds all that is known. */
  whole?: true;
  /** Of the same again and again, one after the other: said once, with a count; `of` is whose repetition it is. */
  repeated?: { of: "who" | "whom"; say: (told: Told, times: string) => string };
};

const word = (value: unknown) => (typeof value === "string" && value !== "" ? value : "");
const named = (value: unknown, names: Readonly<Record<string, string>>) => names[word(value)] ?? word(value);
const roleIn = ({ role, group }: Values) => `${named(role, roleNames)}${word(group) && ` in ${word(group)}`}`;

/** "disabled Ben Ortiz": what one does to another. */
const did = (verb: string) => (told: Told) => `${told.who} ${verb} ${told.whom}`;
/** "Ben Ortiz logged in": what people do by themselves; done for them it is said of both. */
const own = (verb: string) => (told: Told) => `${told.whom} ${verb}${told.toSelf ? "" : ` (by ${told.who})`}`;

/** Every action that history holds, as its filter names it and as a sentence. */
const ACTIONS = {
  "account.added": { name: "Another company made", say: own("made another company") },
  "account.created": { name: "Company set up", say: ({ whom }) => `The company was set up, with ${whom} as its Admin` },
  "act.forbidden": {
    name: "Not allowed",
    say: ({ whom }) => `${whom} asked for something that isn't there for them`,
    repeated: { of: "whom", say: ({ whom }, times) => `${whom} asked ${times} times for what isn't there for them` },
  },
  "auto-replace.set": { name: "Auto-Replace set", say: ({ who }) => `${who} set Auto-Replace` },
  "campaign.added": { name: "Campaign made", say: did("made the campaign") },
  "campaign.confirmation-asked": {
    name: "Confirmation of a campaign asked for",
    say: ({ who, whom }) => `${who} asked for somebody else to confirm the campaign ${whom}`,
  },
  "campaign.confirmed": { name: "Campaign confirmed", say: did("confirmed the campaign") },
  "campaign.edited": { name: "Campaign edited", say: did("edited the campaign") },
  "campaign.paused": {
    name: "Campaign paused",
    say: ({ who, whom, facts }) =>
      `${who} paused the campaign ${whom}${word(facts.rest.why) && `: ${word(facts.rest.why).replace(/\.$/, "")}`}`,
    whole: true,
  },
  "campaign.resumed": { name: "Campaign resumed", say: did("resumed the campaign") },
  "campaign.scheduled": { name: "Campaign scheduled", say: did("scheduled the campaign") },
  "campaign.started": { name: "Campaign begun", say: did("began to send the campaign") },
  "campaign.stopped": { name: "Campaign stopped", say: did("stopped the campaign") },
  "campaign.tested": { name: "Campaign tested", say: did("sent themself a test of the campaign") },
  "company.first-days-closed": {
    name: "First days dismissed",
    say: ({ who }) => `${who} dismissed “First days”`,
    whole: true,
  },
  "company.edited": { name: "Company information edited", say: ({ who }) => `${who} edited the company information` },
  "contact.added": { name: "Contact added", say: did("added the contact") },
  "contact.deleted": { name: "Contact deleted", say: did("deleted the contact") },
  "contact.edited": { name: "Contact edited", say: did("edited the contact") },
  "contact.erased": { name: "Contact erased", say: ({ who }) => `${who} erased a contact`, whole: true },
  "contact.grouped": {
    name: "Added to a contact group",
    say: ({ who, whom, facts }) => `${who} added ${whom} to the contact group ${word(facts.after.group)}`,
    whole: true,
  },
  "contact.merged": {
    name: "Contacts merged",
    say: ({ who, whom, facts }) => `${who} merged the contact ${word(facts.rest.other)} with ${whom}`,
    whole: true,
  },
  "contact.opted-out": { name: "Opted out by hand", say: did("opted out") },
  "contact.parted": {
    name: "Merge undone",
    say: ({ who, whom, facts }) => `${who} parted the contact ${word(facts.rest.other)} from ${whom} again`,
    whole: true,
  },
  "contact.ungrouped": {
    name: "Removed from a contact group",
    say: ({ who, whom, facts }) => `${who} removed ${whom} from the contact group ${word(facts.before.group)}`,
    whole: true,
  },
  "contact-field.added": { name: "Contact field added", say: did("added the contact field") },
  "contact-field.removed": { name: "Contact field removed", say: did("removed the contact field") },
  "contact-field.renamed": {
    name: "Contact field renamed",
    say: ({ who, whom, facts }) => `${who} renamed the contact field ${word(facts.before.name)} ${whom}`,
    whole: true,
  },
  "contact-group.added": { name: "Contact group added", say: did("added the contact group") },
  "contact-group.removed": { name: "Contact group removed", say: did("removed the contact group") },
  "contact-group.renamed": {
    name: "Contact group renamed",
    say: ({ who, whom, facts }) => `${who} renamed the contact group ${word(facts.before.name)} ${whom}`,
    whole: true,
  },
  "contacts.imported": {
    name: "Contacts imported",
    say: ({ who, whom }) => `${who} imported contacts from ${whom}`,
    repeated: { of: "whom", say: ({ who, whom }) => `${who} imported contacts from ${whom}` },
  },
  "contacts.import-confirmed": {
    name: "Import of contacts started",
    say: ({ who, whom }) => `${who} started to import contacts from ${whom}`,
  },
  "contacts.previewed": {
    name: "Import of contacts prepared",
    say: ({ who, whom }) => `${who} looked through ${whom}, a list of contacts to import`,
    repeated: {
      of: "who",
      say: ({ who }, times) => `${who} looked ${times} times through lists of contacts to import`,
    },
  },
  "conversation.claimed": { name: "Conversation claimed", say: did("claimed the conversation with") },
  "conversation.closed": { name: "Conversation done", say: did("marked as done the conversation with") },
  "conversation.handed-over": {
    name: "Conversation handed over",
    say: ({ who, whom, facts }) => `${who} handed over the conversation with ${whom}${to(facts.after.person)}`,
    whole: true,
  },
  "conversation.released": { name: "Conversation released", say: did("released the conversation with") },
  "conversation.reopened": { name: "Conversation reopened", say: did("reopened the conversation with") },
  "conversation.taken-over": {
    name: "Conversation taken over",
    say: ({ who, whom, facts }) => `${who} took over the conversation with ${whom}${from(facts.before.person)}`,
    whole: true,
  },
  "email.change-asked": { name: "Email change asked for", say: own("asked to change their email") },
  "email.change-cancelled": { name: "Email change cancelled", say: own("kept their old email") },
  "email.change-stopped": {
    name: "Email change stopped",
    say: own("stopped a change of their email, from the old address"),
  },
  "email.checked": { name: "Email confirmed", say: own("confirmed their email") },
  "email.left": {
    name: "Email left unsent",
    say: ({ who, whom, facts }) => `${who} left the email “${word(facts.rest.email)}” to ${whom} unsent`,
    whole: true,
  },
  "email.sent-again": {
    name: "Email sent again",
    say: ({ who, whom, facts }) => `${who} sent the email “${word(facts.rest.email)}” to ${whom} again`,
    whole: true,
  },
  "email.changed": {
    name: "Email changed",
    say: ({ who, whom, toSelf }) => (toSelf ? `${whom} changed their email` : `${who} changed the email of ${whom}`),
  },
  "group.added": { name: "Group added", say: did("added the group") },
  "group.moved": {
    name: "Group moved",
    say: ({ who, whom, facts }) => `${who} moved the group ${whom}${to(facts.after.parent)}`,
  },
  "group.removed": { name: "Group removed", say: did("removed the group") },
  "group.renamed": { name: "Group edited", say: did("edited the group") },
  "invitation.accepted": { name: "Invitation accepted", say: own("accepted the invitation") },
  "invitation.asked-again": { name: "New invitation asked for", say: own("asked for a new invitation") },
  "invitation.link-copied": { name: "Invitation link copied", say: did("copied a new invitation link for") },
  "invitation.resent": { name: "Invitation sent again", say: did("made a new invitation for") },
  "invitation.sent": { name: "Invitation sent", say: did("invited") },
  "invitation.withdrawn": { name: "Invitation withdrawn", say: did("withdrew the invitation of") },
  "invitations.confirmed": { name: "Invitations confirmed", say: ({ who }) => `${who} confirmed invitations` },
  "invitations.previewed": {
    name: "Invitations prepared",
    say: ({ who }) => `${who} looked through a list of people to invite`,
    repeated: { of: "who", say: ({ who }, times) => `${who} looked ${times} times through lists of people to invite` },
  },
  "line.given": {
    name: "Line given",
    say: ({ who, whom, facts }) => `${who} gave ${whom} the line ${word(facts.after.number)}`.trim(),
    whole: true,
  },
  "line.taken": {
    name: "Line taken",
    say: ({ who, whom, facts }) => `${who} took the line ${word(facts.before.number)} from ${whom}`,
    whole: true,
  },
  "login.refused": {
    name: "Login refused",
    say: did("could not log in as"),
    repeated: { of: "whom", say: ({ whom }, times) => `${times} refused logins as ${whom}` },
  },
  "login.throttled": {
    name: "Logins paused",
    say: did("tried too often to log in as"),
    repeated: { of: "whom", say: ({ whom }, times) => `Logins as ${whom} were paused ${times} times` },
  },
  "member.added": { name: "User added", say: did("added") },
  "member.deleted": { name: "User deleted", say: did("deleted") },
  "member.disabled": { name: "User disabled", say: did("disabled") },
  "member.edited": { name: "User edited", say: did("edited") },
  "member.enabled": { name: "User enabled", say: did("enabled") },
  "member.removed": { name: "Access removed", say: did("removed the access of") },
  "number.added": { name: "Number added", say: did("added the number") },
  "number.edited": { name: "Number edited", say: did("edited the number") },
  "number.webhook-set": { name: "Number set at the carrier", say: did("asked the carrier to bring texts here for") },
  "opt-out.confirmed": { name: "Opt-out confirmed", say: did("confirmed the opt-out of") },
  "opt-out.lifted": { name: "Opt-out lifted", say: did("lifted the opt-out of") },
  "password.changed": { name: "Password changed", say: own("changed their password") },
  "password.reset": { name: "Password reset", say: own("chose a new password by a reset link") },
  "password.reset-asked": { name: "Password reset asked for", say: own("asked for a password reset link") },
  "password.reset-sent": { name: "Password reset sent", say: did("made a password reset link for") },
  "products.changed": { name: "Products changed", say: did("changed the products of") },
  "profile.edited": { name: "Profile edited", say: own("edited their profile") },
  "role.given": {
    name: "Role given",
    say: ({ who, whom, facts }) => `${who} gave ${whom} the role ${roleIn(facts.after)}`,
    whole: true,
  },
  "role.taken": {
    name: "Role taken",
    say: ({ who, whom, facts }) => `${who} took the role ${roleIn(facts.before)} from ${whom}`,
    whole: true,
  },
  "session.ended": {
    name: "Logged out",
    say: (told) => own(told.facts.rest.all ? "logged out everywhere else" : "logged out")(told),
  },
  "session.opened": { name: "Logged in", say: own("logged in") },
  "subscription.added": {
    name: "Subscription link made",
    say: did("made a subscription link to the contact group"),
  },
  "subscription.closed": {
    name: "Subscription link closed",
    say: did("closed a subscription link to the contact group"),
  },
  "username.reminded": { name: "Username asked for", say: own("asked for their username") },
} satisfies Readonly<Record<string, Action>>;

export type ActionName = keyof typeof ACTIONS;

const to = (place: unknown) => (word(place) ? ` to ${word(place)}` : "");

const from = (person: unknown) => (word(person) ? ` from ${word(person)}` : "");

export const isAction = (action: string): action is ActionName => Object.hasOwn(ACTIONS, action);

/** For the filter, by their names. */
export const actionOptions = Object.entries(ACTIONS)
  .map(([value, { name }]) => ({ value, label: name }))
  .sort((a, b) => a.label.localeCompare(b.label, "en"));

/** An action that nobody has put into words yet is said as it is called, so that nothing of history is hidden. */
export const actionOf = (action: string): Action =>
  isAction(action) ? ACTIONS[action] : { name: action, say: did(`did “${action}” to`) };
