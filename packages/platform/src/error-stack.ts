import { scrub, scrubPath } from './mask.ts';

const FRAME = /^( {4}at (?:async )?)(?:(.*?) \()?((?:file:\/\/\/|node:|\/|[A-Za-z]:\\).*:\d+:\d+)(\)?)$/;

/**
 * A stack without what its message may repeat of somebody's data; the places in the code are kept. What follows on the
 * message is known to be the engine's own only where the message stands in the stack as it was when it was captured.
 */
export const scrubStack = (stack: string, message: string): string => {
  const head = headLength(stack, message);
  if (head === undefined) return scrub(stack);
  const frames = stack.slice(head).split('\n').slice(1, 101);
  return [scrub(stack.slice(0, head)), ...frames.map(scrubFrame)].join('\n');
};

/** The engine writes `Name: message` on top, `Name` alone where there is no message. */
const headLength = (stack: string, message: string): number | undefined => {
  const lead = message === '' ? '' : `: ${message}`;
  const at = message === '' ? (/$/m.exec(stack)?.index ?? -1) : stack.indexOf(lead);
  const end = at + lead.length;
  const whole = at >= 0 && !stack.slice(0, at).includes('\n') && (end === stack.length || stack[end] === '\n');
  return whole ? end : undefined;
};

const scrubFrame = (line: string): string => {
  const [, indent, caller, place, end] = FRAME.exec(line) ?? [];
  if (indent === undefined || place === undefined) return scrub(line);
  return `${indent}${caller === undefined ? '' : `${scrub(caller)} (`}${scrubPath(place)}${end}`;
};
