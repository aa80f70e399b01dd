/** The message and the place among what hangs on it, from 1. */
export const MEDIA_ID = /^([0-9a-f-]{36})-([1-9]\d?)$/;

export const mediaAddress = (messageId: string, place: number) => `/inbox/media/${messageId}-${place}`;
