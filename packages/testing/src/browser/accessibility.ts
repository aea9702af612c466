import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { until } from '../waiting.ts';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
/** WCAG 2.2, levels A and AA. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** In the midst of a transition there are colours that nobody means to show. What turns for ever is not waited for. */
const STANDS_STILL =
  "document.getAnimations().every(({ effect, playState }) => playState !== 'running' || effect?.getComputedTiming().endTime === Infinity)";

interface Axe {
  run(
    root: unknown,
    options: object,
  ): Promise<{ violations: { id: string; nodes: { target: unknown[]; failureSummary?: string }[] }[] }>;
}

/** What of a page keeps somebody out, as axe finds it: each with where it stands. */
export const accessibilityFaults = async (page: Page): Promise<string[]> => {
  await until('the page stands still', () => page.evaluate<boolean>(STANDS_STILL));
  await page.evaluate(readFileSync(AXE, 'utf8'));
  const { violations } = await page.evaluate(
    (values) =>
      (globalThis as unknown as { axe: Axe }).axe.run((globalThis as unknown as { document: unknown }).document, {
        resultTypes: ['violations'],
        runOnly: { type: 'tag', values },
      }),
    RULES,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary ?? ''}`),
  );
};
