/** The table's columns: how wide, and which go first where there is no room. */
export interface Column {
  id: 'order' | 'status' | 'age' | 'customer' | 'part' | 'quantity' | 'amount' | 'due' | 'holder';
  /** Pixels that it needs, and the share that it gets of what is left over. */
  width: number;
  grows: number;
  /** 1 stays longest. */
  rank: number;
  number?: true;
}

// biome-ignore format: one column a line reads as the table that it is
export const COLUMNS: readonly Column[] = [
  { id: 'order',    width: 168, grows: 2, rank: 1 },
  { id: 'status',   width: 184, grows: 1, rank: 2 },
  { id: 'age',      width: 190, grows: 1, rank: 3 },
  { id: 'customer', width: 128, grows: 2, rank: 6 },
  { id: 'part',     width: 112, grows: 1, rank: 8 },
  { id: 'quantity', width: 60,  grows: 0, rank: 9, number: true },
  { id: 'amount',   width: 120, grows: 0, rank: 5, number: true },
  { id: 'due',      width: 144, grows: 0, rank: 4 },
  { id: 'holder',   width: 136, grows: 2, rank: 7 },
];

/** The column of the boxes that choose several orders. */
export const CHOOSE_WIDTH = 30;

/** What a scrollbar takes beside the rows, at the most. */
const SCROLLBAR = 16;

/** The columns that a list of this width has room for, in their order. */
export const columnsThatFit = (width: number, columns: readonly Column[] = COLUMNS): readonly Column[] => {
  let left = width - SCROLLBAR - CHOOSE_WIDTH;
  const kept = new Set<Column>();
  for (const column of [...columns].sort((one, other) => one.rank - other.rank)) {
    if (column.rank > 1 && column.width > left) break;
    left -= column.width;
    kept.add(column);
  }
  return columns.filter((column) => kept.has(column));
};

/** As `grid-template-columns` has it. */
export const templateOf = (columns: readonly Column[]): string =>
  [
    `${CHOOSE_WIDTH}px`,
    ...columns.map(({ width, grows }) => (grows === 0 ? `${width}px` : `minmax(${width}px, ${grows}fr)`)),
  ].join(' ');
