import { coordinateFault, type FileFault, isSound, type TriangleSink } from './triangle-sink.ts';

/** No keyword and no number of an STL is longer; it bounds the memory of the reader. */
const LONGEST_TOKEN = 64;
/** As much of it as a message shows. */
const SHOWN = 20;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
/** How exporters write what is no number: nan, -nan(ind), inf, 1.#QNAN, 1.#INF … */
const NO_NUMBER = /^[+-]?(?:nan|inf|\d+\.?\d*#)/i;
const DECIMAL_COMMA = /^[+-]?\d*,\d+(?:e[+-]?\d+)?$/i;
/** A word that makes the rest of its line a remark. */
const REMARK = /^(?:#|;|\/\/|colou?r$)/i;
const BYTE_ORDER_MARK = '\u00ef\u00bb\u00bf';
const NEWLINE = 10;
const RETURN = 13;
const SPACE = 32;
/** Bytes that are turned into text at a time. */
const PIECE = 65_536;
/** Keywords and numbers are ASCII; what else stands in names is skipped, whatever its encoding. */
const decoder = new TextDecoder('latin1');

/**
 * Where a text is. In a facet: before its loop, where the normal is passed over if there is one; at the corners, where
 * `wanted` coordinates come next; and behind them, before `endloop` and before `endfacet`.
 */
type Place = 'before-solid' | 'between-facets' | 'normal' | 'loop' | 'corners' | 'loop-done';

interface AsciiStlReader {
  push(chunk: Uint8Array): void;
  end(): { triangles: number; fault: FileFault | null };
  /** True once a fault was met: further bytes change nothing. */
  failed(): boolean;
  /** Complete triangles so far. */
  triangles(): number;
}

/**
 * Reads ASCII STL in constant memory, as exporters write it: one or more `solid … endsolid`, keywords in any case, any
 * white space between them and any line ends, `end solid` and `endsolid` glued to its name, facets without a normal,
 * comments, lines of colour, and text behind `endloop` and `endfacet`. Normals are not looked at (the corners say all, and
 * exporters write what they like there).
 */
export const asciiStlReader = (sink: TriangleSink): AsciiStlReader => {
  let place: Place = 'before-solid';
  let token = '';
  let line = 1;
  let lastWasReturn = false;
  /** Names and remarks run to the end of their line and may hold anything. */
  let passOver = false;
  /** Behind `endloop` and `endfacet`, to the end of the line, words that are no keywords are a remark too. */
  let remarksAllowed = false;
  /** `end`, of which `solid`, `loop` or `facet` is yet to come. */
  let ending = false;
  let begun = false;
  let triangles = 0;
  let solids = 0;
  let fault: FileFault | null = null;
  const corner = new Float64Array(9);
  let corners = 0;
  let wanted = 0;

  const unexpected = (found: string, expected: string) => {
    fault = {
      code: 'NOT_STL',
      detail: `Line ${line}: expected ${expected}, found "${found.replace(/[^ -~]/g, '?')}". The text is no valid ASCII STL; export the model again.`,
    };
  };

  const coordinate = (text: string) => {
    wanted -= 1;
    if (NUMBER.test(text)) {
      const value = Number(text);
      if (!isSound(value)) fault = coordinateFault(value, `Line ${line}`);
      corner[corners++] = value;
    } else if (NO_NUMBER.test(text)) fault = coordinateFault(Number.NaN, `Line ${line}`);
    else if (DECIMAL_COMMA.test(text)) {
      fault = {
        code: 'NOT_STL',
        detail: `Line ${line}: "${text}" is written with a decimal comma, an STL has decimal points. Set the number format of your system or program to the point (English), or export the model as binary STL.`,
      };
    } else unexpected(text, 'a coordinate');
  };

  const isNumeric = (text: string): boolean => NUMBER.test(text) || NO_NUMBER.test(text) || DECIMAL_COMMA.test(text);

  const solidEnds = () => {
    place = 'before-solid';
    passOver = true;
  };

  const solidBegins = () => {
    solids += 1;
    place = 'between-facets';
    passOver = true;
  };

  /** What a keyword means where the text is; false where it means nothing. */
  const keyword = (word: string): boolean => {
    switch (place) {
      case 'before-solid':
        if (word === 'solid') solidBegins();
        return word === 'solid';
      case 'between-facets':
        if (word === 'facet') {
          place = 'normal';
          corners = 0;
        } else if (word === 'solid') solidBegins();
        else if (word.startsWith('endsolid')) solidEnds();
        else return false;
        return true;
      case 'normal':
        if (word === 'outer') place = 'loop';
        else if (word === 'outerloop') place = 'corners';
        else return word === 'normal' || isNumeric(word);
        return true;
      case 'loop':
        if (word !== 'loop') return false;
        place = 'corners';
        return true;
      case 'corners':
        if (word === 'vertex' && corners < 9) wanted = 3;
        else if (word === 'endloop' && corners === 9) {
          place = 'loop-done';
          remarksAllowed = true;
        } else return false;
        return true;
      case 'loop-done':
        if (word !== 'endfacet') return false;
        place = 'between-facets';
        remarksAllowed = true;
        triangles += 1;
        sink(
          corner[0]!,
          corner[1]!,
          corner[2]!,
          corner[3]!,
          corner[4]!,
          corner[5]!,
          corner[6]!,
          corner[7]!,
          corner[8]!,
        );
        return true;
    }
  };

  const expectedHere = (): string => {
    switch (place) {
      case 'before-solid':
        return '"solid"';
      case 'between-facets':
        return '"facet" or "endsolid"';
      case 'normal':
        return '"outer loop"';
      case 'loop':
        return '"loop"';
      case 'corners':
        return corners < 9 ? '"vertex"' : '"endloop"';
      case 'loop-done':
        return '"endfacet"';
    }
  };

  const take = (text: string) => {
    if (wanted > 0) return coordinate(text);
    const lower = text.toLowerCase();
    if (lower === 'end' && !ending) {
      ending = true;
      return;
    }
    const word = ending ? `end${lower}` : lower;
    ending = false;
    // What is expected is said of the place before the word moves it on.
    const expected = expectedHere();
    if (keyword(word)) return;
    if (REMARK.test(word)) passOver = true;
    else if (!remarksAllowed) unexpected(text, expected);
  };

  const endOfLine = () => {
    passOver = false;
    remarksAllowed = false;
    ending = false;
  };

  const finishToken = () => {
    if (token === '') return;
    const text = token;
    token = '';
    take(text);
  };

  /** The end of the line that `at` is in, or −1. */
  const lineEnd = (piece: string, at: number): number => {
    let end = at;
    while (end < piece.length && piece.charCodeAt(end) !== NEWLINE && piece.charCodeAt(end) !== RETURN) end += 1;
    return end === piece.length ? -1 : end;
  };

  const whiteSpace = (byte: number) => {
    if (byte !== NEWLINE && byte !== RETURN) {
      lastWasReturn = false;
      return;
    }
    if (!(byte === NEWLINE && lastWasReturn)) line += 1;
    lastWasReturn = byte === RETURN;
    endOfLine();
  };

  /** Words are cut out of a longer string, which costs far less than growing them letter by letter. */
  const scan = (piece: string) => {
    let at = 0;
    while (at < piece.length && fault === null) {
      if (passOver) {
        const end = lineEnd(piece, at);
        if (end < 0) {
          lastWasReturn = false;
          return;
        }
        if (end > at) lastWasReturn = false;
        whiteSpace(piece.charCodeAt(end));
        at = end + 1;
        continue;
      }
      let end = at;
      while (end < piece.length && piece.charCodeAt(end) > SPACE) end += 1;
      if (token.length + end - at > LONGEST_TOKEN) {
        return unexpected(`${(token + piece.slice(at, at + SHOWN)).slice(0, SHOWN)}…`, 'a keyword or a number');
      }
      if (end > at) token += piece.slice(at, end);
      if (end === piece.length) return;
      finishToken();
      if (end > at) lastWasReturn = false;
      if (fault === null && !passOver) {
        whiteSpace(piece.charCodeAt(end));
        at = end + 1;
      } else at = end;
    }
  };

  /** A byte-order mark may stand before all; it comes in the first piece, or in the first three of single bytes. */
  let mark = '';
  const withoutMark = (piece: string): string => {
    if (begun) return piece;
    mark += piece;
    if (mark.length < BYTE_ORDER_MARK.length && BYTE_ORDER_MARK.startsWith(mark)) return '';
    begun = true;
    return mark.startsWith(BYTE_ORDER_MARK) ? mark.slice(BYTE_ORDER_MARK.length) : mark;
  };

  return {
    push(chunk) {
      for (let at = 0; at < chunk.length && fault === null; at += PIECE) {
        scan(withoutMark(decoder.decode(chunk.subarray(at, at + PIECE))));
      }
    },
    end() {
      // A word that the end of the file may have cut is judged only where the text could end with it.
      const word = (ending ? 'end' : '') + token.toLowerCase();
      const last = place === 'before-solid' || (place === 'between-facets' && word.startsWith('endsolid'));
      if (fault === null && last && !passOver) finishToken();
      if (fault === null && !(place === 'before-solid' && solids > 0)) {
        fault = {
          code: 'TRUNCATED',
          detail: `The text ends in line ${line}, before "endsolid". Upload the whole file again.`,
        };
      }
      return { triangles, fault };
    },
    failed: () => fault !== null,
    triangles: () => triangles,
  };
};
