/** A sign as it is named in a sentence: itself, or words for what nobody sees. */
export function signName(sign: string): string {
  if (/^\p{Default_Ignorable_Code_Point}+$/u.test(sign)) return "an invisible sign";
  return sign.trim() === "" ? "a wide space" : sign;
}
