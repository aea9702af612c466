import type { FileFault, FileFaultCode } from '../triangle-sink.ts';

/** Why a 3MF cannot be taken. Thrown within its reader alone, which gives the fault as its verdict. */
export class UnreadableError extends Error {
  override readonly name = 'UnreadableError';
  readonly fault: FileFault;

  constructor(code: FileFaultCode, detail: string) {
    super(detail);
    this.fault = { code, detail };
  }
}

const SHOWN = 60;

/** What stands in the file, short and without what could confuse a terminal or a page. */
export const shown = (text: string): string => text.slice(0, SHOWN).replace(/[^ -~]/g, '?');

export const unreadable = (detail: string): UnreadableError =>
  new UnreadableError('NOT_3MF', `${detail}. Export the model as 3MF again, or as STL.`);
