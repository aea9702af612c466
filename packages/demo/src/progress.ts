import type { OrderRecord } from './record.ts';

interface Display {
  stop(): void;
}

const REFRESH_MS = 200;
const LINE_MS = 5_000;
const BAR = 30;
const SHOWN_ORDERS = 8;

interface Terminal {
  isTTY?: boolean;
  columns?: number;
  rows?: number;
  write(text: string): unknown;
}

const count = (records: readonly OrderRecord[], outcome: 'done' | 'refused'): number =>
  records.reduce((sum, { entries }) => sum + entries.filter(({ answer }) => answer.outcome === outcome).length, 0);

const statusLine = (records: readonly OrderRecord[], orders: number, phase: string, seconds: number): string => {
  const ended = records.filter((record) => record.ended).length;
  const failed = records.filter((record) => record.failure !== null).length;
  const parts = [
    `${ended}/${orders} orders`,
    `${count(records, 'done')} accepted`,
    `${count(records, 'refused')} refused`,
    ...(failed > 0 ? [`${failed} FAILED`] : []),
    `${seconds.toFixed(0)} s`,
  ];
  return `${phase}: ${parts.join(', ')}`;
};

/**
 * Shows how far the orders have come: on a terminal a bar with the orders that are under way, rewritten in place and
 * never larger than the window; elsewhere a line now and then.
 */
export const showProgress = (
  terminal: Terminal,
  state: () => { records: readonly OrderRecord[]; orders: number; phase: string },
): Display => {
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1_000;
  let drawn = 0;

  const draw = (): void => {
    const { records, orders, phase } = state();
    const width = (terminal.columns ?? 80) - 1;
    const share = orders === 0 ? 0 : records.filter((record) => record.ended).length / orders;
    const filled = Math.round(share * BAR);
    const room = Math.max(0, Math.min(SHOWN_ORDERS, (terminal.rows ?? 24) - 3));
    const underWay = records.filter((record) => !record.ended && record.step !== '').slice(0, room);
    const lines = [
      `[${'█'.repeat(filled)}${'·'.repeat(BAR - filled)}] ${statusLine(records, orders, phase, seconds())}`,
      ...underWay.map(({ number, life, step }) => `  ${String(number).padStart(4)} ${life.padEnd(20)} ${step}`),
    ].map((line) => line.slice(0, width));
    const up = drawn > 1 ? `\u001b[${drawn - 1}A` : '';
    terminal.write(`${drawn > 0 ? `\r${up}` : ''}\u001b[J${lines.join('\n')}`);
    drawn = lines.length;
  };
  const line = (): void => {
    const { records, orders, phase } = state();
    terminal.write(`${statusLine(records, orders, phase, seconds())}\n`);
  };

  const live = terminal.isTTY === true;
  const timer = setInterval(live ? draw : line, live ? REFRESH_MS : LINE_MS);
  return {
    stop: () => {
      clearInterval(timer);
      if (live) {
        draw();
        terminal.write('\n');
      } else line();
    },
  };
};
