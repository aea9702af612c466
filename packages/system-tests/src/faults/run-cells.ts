import { join } from 'node:path';
import { startPrivateSystem } from '../private-system.ts';
import { impossible, type Site } from './begin-fault.ts';
import { type CellOptions, type CellResult, runCell, unfinished } from './cell.ts';
import { lineOf } from './document.ts';
import { type Cell, nameOf } from './matrix.ts';
import { openWays } from './ways.ts';

interface CellsOptions {
  cells: readonly Cell[];
  options: CellOptions;
  seed: number;
  report: (line: string) => void;
  /** Resolves when somebody wants it to stop: the cell under way is given up. */
  stop: Promise<null>;
}

/** Runs cells one after the other on one system, after one that failed on a new one. */
export const runCells = async ({ cells, options, seed, report, stop }: CellsOptions): Promise<CellResult[]> => {
  const results: CellResult[] = [];
  let site: Site | null = null;
  const open = async (): Promise<Site> => {
    report('Starting a system …');
    const ways = await openWays();
    return { system: await startPrivateSystem(ways.envOf), ways, seed };
  };
  const close = async (keepLogs: boolean): Promise<void> => {
    await site?.system.stop(keepLogs);
    await site?.ways.close();
    site = null;
  };
  for (const [index, cell] of cells.entries()) {
    const notRun = impossible(cell);
    if (notRun !== null) {
      results.push(unfinished(cell, { notRun }));
      continue;
    }
    site ??= await open();
    report(`${index + 1}/${cells.length} ${nameOf(cell)} …`);
    const running = runCell(site, cell, options).catch((error: unknown) => {
      const text = error instanceof Error ? error.stack : String(error);
      return unfinished(cell, { problems: [`the cell broke off: ${text}`] });
    });
    const result = await Promise.race([running, stop]);
    if (result === null) break;
    results.push(result);
    report(lineOf(result));
    if (result.problems.length === 0) continue;
    report(`     its logs: ${join(site.system.folder, 'logs')}`);
    await close(true);
  }
  await close(false);
  return results;
};
