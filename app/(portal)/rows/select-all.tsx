/** Ticks every row of the page or none. Without a script each is ticked by hand. */
export const SelectAll = () => (
  <input type="checkbox" className="needs-script" aria-label="Select all on this page" autoComplete="off" />
);
