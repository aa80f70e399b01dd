/** The first so many signs of a list, to the end of a line; what stands in quotation marks may be cut. */
export function headText(text: string, most: number): string {
  const head = text.slice(0, most);
  const end = Math.max(head.lastIndexOf("\n"), head.lastIndexOf("\r"));
  const whole = end > 0 ? head.slice(0, end) : head;
  // Cut within quotation marks: before the last of them, to the end of the line before.
  const isOpen = whole.split('"').length % 2 === 0;
  return isOpen ? whole.slice(0, Math.max(0, whole.lastIndexOf("\n", whole.lastIndexOf('"')))) : whole;
}
