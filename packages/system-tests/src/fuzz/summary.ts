import type { CampaignResult, Finding } from './campaign.ts';
import { APIS } from './message.ts';

const percent = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((1_000 * part) / whole) / 10);

/** What a run has reached, for people and for the record. */
export const figuresOf = ({ tally, sent, seconds, stopped }: CampaignResult) => {
  const { answered, accepted, operations, codes, statuses, broken } = tally;
  const all = [...operations.values()];
  const sum = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((a, b) => a + b, 0);
  return {
    requests: sent,
    seconds: Math.round(seconds),
    stopped,
    answered: sum(answered),
    hung_up: broken,
    accepted_percent: percent(sum(accepted), sum(answered)),
    accepted_percent_by_process: Object.fromEntries(APIS.map((api) => [api, percent(accepted[api], answered[api])])),
    operations: all.length,
    operations_met: all.filter(({ met }) => met > 0).length,
    operations_done: all.filter(({ done }) => done > 0).length,
    never_done: [...operations].flatMap(([name, { done }]) => (done === 0 ? [name] : [])),
    statuses: Object.fromEntries(statuses),
    codes: Object.fromEntries([...codes].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
};

const findingText = ({ rule, detail, where, input, request, changes, times }: Finding, seed: number): string =>
  [
    `${rule}, ${times} times: ${detail}${where === undefined ? '' : ` (${where})`}`,
    ...(input === null
      ? []
      : [`  npm run fuzz -- --seed ${seed} --only ${input}; changed: ${changes.join(', ') || 'nothing'}`]),
    ...(request === null ? [] : [`  ${request}`]),
  ].join('\n');

export const textOf = (result: CampaignResult, seed: number): string => {
  const figures = figuresOf(result);
  const codes = Object.entries(figures.codes).map(([code, times]) => `${code} × ${times}`);
  return `${[
    '',
    `${figures.requests} requests in ${figures.seconds} s, seed ${seed}: ${figures.accepted_percent} % accepted (${Object.entries(
      figures.accepted_percent_by_process,
    )
      .map(([api, share]) => `${api} ${share} %`)
      .join(', ')}), ${figures.hung_up} hung up on`,
    `${figures.operations_done} of ${figures.operations} operations have done what they are for, ${figures.operations_met} were met`,
    ...(figures.never_done.length > 0 ? [`never done: ${figures.never_done.join(', ')}`] : []),
    `commands to orders in ${Object.keys(figures.statuses).length} statuses: ${Object.entries(figures.statuses)
      .map(([status, times]) => `${status} × ${times}`)
      .join(', ')}`,
    `${codes.length} codes: ${codes.join(', ')}`,
    '',
    ...(result.findings.length === 0
      ? ['Nothing was found.']
      : result.findings.map((finding) => `${findingText(finding, seed)}\n`)),
  ].join('\n')}\n`;
};
