import { useWord } from '../order/words.ts';

/** Whom the evidence is of: in words where it is no process, whose name is the same everywhere. */
export const SourceName = ({ of }: { of: string }) => useWord()('source', of.replaceAll(' ', '-')) ?? of;
