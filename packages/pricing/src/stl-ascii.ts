import { coordinateFault, isSound, type StlFault, type TriangleSink } from './triangle-sink.ts';

/** No keyword and no number of an STL is longer; it bounds the memory of the reader. */
const LONGEST_TOKEN = 64;
/** As much of it as a message shows. */
const SHOWN = 20;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
/** How exporters write what is no number: nan, -nan(ind), inf, 1.#QNAN, 1.#INF … */
const NO_NUMBER = /^[+-]?(?:nan|inf|\d+\.?\d*#)/i;
const NEWLINE = 10;
const SPACE = 32;
/** Bytes that are turned into text at a time. */
const PIECE = 65_536;
/** Keywords and numbers are ASCII; what else stands in names is skipped, whatever its encoding. */
const decoder = new TextDecoder('latin1');

/** What must come next inside a facet; 'n' stands for a part of the normal, 'v' for a coordinate. */
const FACET = 'normal n n n outer loop vertex v v v vertex v v v vertex v v v endloop endfacet'.split(' ');

type Place = 'before-solid' | 'name' | 'between-facets' | 'facet' | 'last-name';

interface AsciiStlReader {
  push(chunk: Uint8Array): void;
  end(): { triangles: number; fault: StlFault | null };
  /** True once a fault was met: further bytes change nothing. */
  failed(): boolean;
  /** Complete triangles so far. */
  triangles(): number;
}

/**
 * Reads ASCII STL in constant memory: one or more `solid … endsolid`, keywords in any case, any white space between them.
 * Normals are not looked at (the corners say all, and exporters write what they like there).
 */
export const asciiStlReader = (sink: TriangleSink): AsciiStlReader => {
  let place: Place = 'before-solid';
  let step = 0;
  let token = '';
  let line = 1;
  let triangles = 0;
  let solids = 0;
  let fault: StlFault | null = null;
  const corner = new Float64Array(9);
  let corners = 0;

  const unexpected = (found: string, wanted: string) => {
    fault = {
      code: 'NOT_STL',
      detail: `Line ${line}: expected ${wanted}, found "${found.replace(/[^ -~]/g, '?')}". The text is no valid ASCII STL; export the model again.`,
    };
  };

  const coordinate = (text: string) => {
    if (NUMBER.test(text)) {
      const value = Number(text);
      if (!isSound(value)) fault = coordinateFault(value, `Line ${line}`);
      corner[corners++] = value;
    } else if (NO_NUMBER.test(text)) fault = coordinateFault(Number.NaN, `Line ${line}`);
    else unexpected(text, 'a coordinate');
  };

  const inFacet = (text: string) => {
    const wanted = FACET[step]!;
    if (wanted === 'v') coordinate(text);
    else if (wanted !== 'n' && text.toLowerCase() !== wanted) unexpected(text, `"${wanted}"`);
    step += 1;
    if (step < FACET.length || fault !== null) return;
    triangles += 1;
    sink(corner[0]!, corner[1]!, corner[2]!, corner[3]!, corner[4]!, corner[5]!, corner[6]!, corner[7]!, corner[8]!);
    place = 'between-facets';
  };

  const take = (text: string) => {
    if (place === 'facet') return inFacet(text);
    const keyword = text.toLowerCase();
    if (place === 'before-solid') {
      if (keyword !== 'solid') return unexpected(text, '"solid"');
      solids += 1;
      place = 'name';
    } else if (keyword === 'facet') {
      place = 'facet';
      step = 0;
      corners = 0;
    } else if (keyword === 'endsolid') place = 'last-name';
    else unexpected(text, '"facet" or "endsolid"');
  };

  /** The name after `solid` and `endsolid` runs to the end of its line and may hold anything. */
  const endOfLine = () => {
    line += 1;
    if (place === 'name') place = 'between-facets';
    else if (place === 'last-name') place = 'before-solid';
  };

  const finishToken = () => {
    if (token === '') return;
    const text = token;
    token = '';
    take(text);
  };

  /** Words are cut out of a longer string, which costs far less than growing them letter by letter. */
  const scan = (piece: string) => {
    let at = 0;
    while (at < piece.length && fault === null) {
      if (place === 'name' || place === 'last-name') {
        const newline = piece.indexOf('\n', at);
        if (newline < 0) return;
        endOfLine();
        at = newline + 1;
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
      if (fault === null && piece.charCodeAt(end) === NEWLINE) endOfLine();
      at = end + 1;
    }
  };

  return {
    push(chunk) {
      for (let at = 0; at < chunk.length && fault === null; at += PIECE) {
        scan(decoder.decode(chunk.subarray(at, at + PIECE)));
      }
    },
    end() {
      // A word that the end of the file may have cut is judged only where the text could end with it.
      const last = place === 'before-solid' || token.toLowerCase() === 'endsolid';
      if (fault === null && last) finishToken();
      const complete = place === 'last-name' || (place === 'before-solid' && solids > 0);
      if (fault === null && !complete) {
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
