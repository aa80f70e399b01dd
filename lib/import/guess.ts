import { isNoAddress, looksLikeAddress } from "./address-in";
import { isYesOrNo, MOST_STATES, mayTellWhoLeft, tellsWhoLeft } from "./departure";
import { isNoName, mayBeNoName, namesRather } from "./full-name";
import { likeness } from "./lexicon";
import { meanings } from "./meanings";

export type NameKind = "firstName" | "lastName" | "fullName" | "anyName" | "customer";

/** So many rows, from all over the list, tell what a column is. */
const LOOKED_AT = 500;

/** So sure is an old address of theirs. */
const NOT_READ_ANY_MORE = 0.12;

/** One column, judged. */
export class Guess {
  /** Some of its cells, empty ones among them: the same rows of every column. */
  readonly cells: readonly string[];
  readonly filled: readonly string[];
  readonly addressShare: number;
  private all: string[] | undefined;

  constructor(
    readonly heading: string,
    private readonly rows: number,
    private readonly cellAt: (row: number) => string,
  ) {
    const step = Math.max(1, Math.floor(rows / LOOKED_AT));
    this.cells = Array.from({ length: Math.ceil(rows / step) }, (_, at) => cellAt(at * step));
    this.filled = this.cells.filter((cell) => cell !== "");
    this.addressShare = share(this.filled, looksLikeAddress);
  }

  /** Every cell that there is, once. */
  get different(): readonly string[] {
    this.all ??= [...new Set(Array.from({ length: this.rows }, (_, row) => this.cellAt(row)))].filter(
      (cell) => cell !== "",
    );
    return this.all;
  }

  /** How likely it is the person's address, by its heading first, then by how many rows have one. */
  address(isOurs: boolean): number {
    const how = likeness(this.heading, meanings.email);
    const covered = (this.addressShare * this.filled.length) / Math.max(1, this.cells.length);
    if (isOurs || (how > 0.9 && this.addressShare === 0)) return how > 0.9 ? how * (0.3 + 0.7 * covered) : 0;
    if (how > 0) return this.addressShare >= 0.3 || how > 0.9 ? how * (0.3 + 0.7 * covered) : 0;
    return this.addressShare >= 0.6 && !this.isSomebodyElses() ? 0.1 * covered : 0;
  }

  /** The rows in which it has no address. */
  get gaps(): number[] {
    return Array.from({ length: this.rows }, (_, row) => row).filter((row) => isNoAddress(this.cellAt(row)));
  }

  /** Whether it is another address of the person's, and has one in some of those rows. */
  fills(gaps: readonly number[]): boolean {
    return (
      gaps.length > 0 &&
      likeness(this.heading, meanings.email) > NOT_READ_ANY_MORE &&
      gaps.some((row) => looksLikeAddress(this.cellAt(row)))
    );
  }

  /** Whether it names somebody in a row in which the other names nobody. */
  fillsGapOf(other: Guess): boolean {
    return (
      other.different.length > 0 &&
      Array.from({ length: this.rows }, (_, row) => row).some((row) => namesRather(this.cellAt(row), other.cellAt(row)))
    );
  }

  /** "Manager Email" is an address, and not the person's. */
  private isSomebodyElses(): boolean {
    const alone = this.heading.trim() === "" ? 1 : likeness(`${this.heading} email`, meanings.email);
    return alone === 0;
  }

  name(kind: NameKind): number {
    if (this.filled.length === 0) return 0;
    const how = likeness(this.heading, meanings[kind]);
    if (how === 0 || how === 1) return how;
    const isPart = kind === "firstName" || kind === "lastName";
    const isShort = FIRST_OR_LAST.test(this.heading) || this.different.every((cell) => INITIAL.test(cell));
    return share(this.filled, looksLikeName) >= 0.5 && ((isPart && isShort) || this.hasNamesAlone) ? how : 0;
  }

  /** Not where all of its cells may stand for none, or say yes or no. "Si" and "J" are what somebody goes by, where others go by names. */
  get hasNames(): boolean {
    return this.different.some((cell) => !isYesOrNo(cell) && !mayBeNoName(cell));
  }

  /** The same where no other column has a name: "Ditto" is one then. */
  get hasNamesAlone(): boolean {
    return this.different.some((cell) => !isYesOrNo(cell) && !isNoName(cell));
  }

  /** How many of its cells are like that, of all rows. */
  share(looks: (cell: string) => boolean): number {
    return (share(this.filled, looks) * this.filled.length) / Math.max(1, this.cells.length);
  }

  get isNames(): boolean {
    return share(this.filled, looksLikeName) >= 0.9;
  }

  get hasSpaces(): boolean {
    const names = this.filled.filter((cell) => !mayBeNoName(cell));
    return share(names.length > 0 ? names : this.filled, (cell) => /[\s,]/.test(cell)) >= 0.5;
  }

  saysWhoLeft(): boolean {
    const isFew = new Set(this.filled).size <= MOST_STATES;
    return (isFew || mayTellWhoLeft(this.heading)) && tellsWhoLeft(this.heading, this.different);
  }
}

const share = (cells: readonly string[], fits: (cell: string) => boolean) =>
  cells.length === 0 ? 0 : cells.filter(fits).length / cells.length;

/** Nobody is asked yes or no below such a heading. */
const FIRST_OR_LAST = /^\W*(?:first|last)\W*$/i;

/** "Si" is one for a Simon. */
const INITIAL = /^(?:\p{L}\.?|si)$/iu;

const looksLikeName = (cell: string) => /\p{L}/u.test(cell) && !/[@\d/\\_:]/.test(cell) && cell.length <= 100;
