/** How an open page of the Inbox asks anew, for those who play many of them. */
export { aboutOf, calm } from "@/app/(portal)/inbox/live/calm";
