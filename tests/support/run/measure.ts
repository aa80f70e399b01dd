import type { Page } from "@playwright/test";

type Measured = {
  heights: number[];
  /** Words of rows that stand on more than one line. */
  broken: string[];
  overflow: number;
  /** Rows whose columns don't begin on one line. */
  ragged: string[];
  /** Rows in which one word lies over another. */
  overlapping: string[];
  firstRow: number;
  inSight: number;
};

/** What the eye would notice about the rows of the list, in pixels. */
export const measure = (page: Page): Promise<Measured> =>
  page.evaluate(() => {
    const rows = [...document.querySelectorAll<HTMLElement>("main tbody tr")];
    /** Words for who reads by ear alone stand in a box of one pixel. */
    const shown = (element: HTMLElement) => element.getClientRects().length > 0 && element.offsetWidth > 1;
    const linesOf = (node: Node) => {
      const range = document.createRange();
      range.selectNodeContents(node);
      return [...range.getClientRects()].filter(({ width }) => width > 1);
    };
    const textsOf = (row: Element) => {
      const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
      const found: Node[] = [];
      while (walker.nextNode()) {
        const { parentElement, textContent } = walker.currentNode;
        if (textContent?.trim() && parentElement && shown(parentElement)) found.push(walker.currentNode);
      }
      return found;
    };
    const middles = (row: Element) => {
      const tops = textsOf(row)
        .flatMap((node) => linesOf(node).slice(0, 1))
        .map(({ top, bottom }) => (top + bottom) / 2 - row.getBoundingClientRect().top);
      const first = Math.min(...tops);
      return tops.filter((top) => top - first < 10).map((top) => top - first);
    };
    /** What can be seen of a text: its cell may cut it. */
    const boxOf = (node: Node) => {
      const [line] = linesOf(node);
      const cell = node.parentElement?.closest("small, td")?.getBoundingClientRect();
      return (
        line &&
        cell && { ...{ top: line.top, bottom: line.bottom, left: line.left }, right: Math.min(line.right, cell.right) }
      );
    };
    const isOver = (row: Element) => {
      const boxes = textsOf(row).flatMap((node) => boxOf(node) ?? []);
      return boxes.some((one, at) =>
        boxes
          .slice(at + 1)
          .some(
            (other) =>
              one.left < other.right - 1 &&
              other.left < one.right - 1 &&
              one.top < other.bottom - 4 &&
              other.top < one.bottom - 4,
          ),
      );
    };
    return {
      overlapping: rows.filter(isOver).map((row) => row.textContent ?? ""),
      heights: rows.map((row) => row.getBoundingClientRect().height),
      broken: rows.flatMap((row) =>
        textsOf(row)
          .filter((node) => new Set(linesOf(node).map(({ top }) => Math.round(top))).size > 1)
          .map(({ textContent }) => textContent ?? ""),
      ),
      overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      ragged: rows.filter((row) => Math.max(...middles(row)) > 2).map((row) => row.textContent ?? ""),
      firstRow: rows[0]?.getBoundingClientRect().top ?? Number.POSITIVE_INFINITY,
      inSight: rows.filter((row) => row.getBoundingClientRect().bottom <= innerHeight).length,
    };
  });

/** Words of tables that stand on more than one line. In a sentence a word may be divided at its hyphen; what stands alone, such as an address, nowhere. */
export const brokenWords = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { currentNode: node } = walker;
      if (!node.parentElement?.closest("main table")) continue;
      const text = node.textContent ?? "";
      for (const { 0: word, index } of text.matchAll(/\s/.test(text.trim()) ? /[^\s-]+-?/g : /\S+/g)) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const lines = [...range.getClientRects()].filter(({ width }) => width > 1);
        if (new Set(lines.map(({ top }) => Math.round(top))).size > 1) found.push(word);
      }
    }
    return found;
  });

/** What is said in fewer words than it has: of the filters that leave nobody out, the search, the notes beside a status and the last logins. */
export const cutWords = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const pen = document.createElement("canvas").getContext("2d");
    /** Of words in a field nobody can be asked how wide they are. */
    function isCut(field: HTMLInputElement | HTMLSelectElement, words: string) {
      const { font, paddingLeft, paddingRight } = getComputedStyle(field);
      if (!pen || field.clientWidth === 0) return false;
      pen.font = font;
      const room = field.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
      return pen.measureText(words).width > room + 0.5;
    }
    const search = document.querySelector<HTMLInputElement>('main input[name="search"]');
    const selects = [...document.querySelectorAll<HTMLSelectElement>("main search select")].filter(
      ({ value }) => !value,
    );
    const boxes = [...document.querySelectorAll<HTMLInputElement>("main search [role=combobox]")];
    const fields = [
      ...(search?.value === "" ? [{ field: search, words: search.placeholder }] : []),
      ...selects.map((field) => ({ field, words: field.selectedOptions[0]?.label ?? "" })),
      ...boxes.map((field) => ({ field, words: field.value })),
    ];
    const notes = [...document.querySelectorAll<HTMLElement>("main .state > small, main td.seen")];
    return [
      ...fields.filter(({ field, words }) => isCut(field, words)).map(({ words }) => words),
      ...notes
        .filter((note) => note.clientWidth > 1 && note.scrollWidth > note.clientWidth)
        .map(({ textContent }) => textContent ?? ""),
    ];
  });
