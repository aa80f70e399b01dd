/** The boxes of the rows on this page. */
export const boxesIn = (form: HTMLFormElement) => [
  ...form.querySelectorAll<HTMLInputElement>('tbody input[type="checkbox"]'),
];

/** Who is on this page, in one word. */
export const idsIn = (form: HTMLFormElement) =>
  boxesIn(form)
    .map(({ value }) => value)
    .join();

/** The box in the headings that stands for all of them. */
export const pageBoxIn = (form: HTMLFormElement) => form.querySelector<HTMLInputElement>("thead input");

/** Who is chosen after something was ticked or unticked here; who is on other pages stays. */
export function chosenIn(form: HTMLFormElement, before: ReadonlySet<string>): ReadonlySet<string> {
  const chosen = new Set(before);
  for (const { value, checked } of boxesIn(form)) {
    if (checked) chosen.add(value);
    else chosen.delete(value);
  }
  return chosen;
}

export function showChosen(form: HTMLFormElement, chosen: ReadonlySet<string>) {
  const boxes = boxesIn(form);
  for (const box of boxes) box.checked = chosen.has(box.value);
  const ticked = boxes.filter((box) => box.checked).length;
  const all = pageBoxIn(form);
  if (!all) return;
  all.checked = ticked > 0 && ticked === boxes.length;
  all.indeterminate = ticked > 0 && ticked < boxes.length;
}

/** Ticks a row and, with Shift, all between it and the row that was ticked before. */
export function tickRange(form: HTMLFormElement, from: HTMLInputElement | undefined, to: HTMLInputElement) {
  const boxes = boxesIn(form);
  const ends = [from ? boxes.indexOf(from) : -1, boxes.indexOf(to)];
  if (ends.includes(-1)) return;
  for (const box of boxes.slice(Math.min(...ends), Math.max(...ends) + 1)) box.checked = to.checked;
}
