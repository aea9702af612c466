import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { objectivesIn, readObjectives } from '../src/objectives.ts';

const sample = (name: string, slo: string, value: string) => ({
  metric: { __name__: name, slo },
  value: [1_764_489_600, value],
});
const ANSWER = {
  status: 'success',
  data: {
    resultType: 'vector',
    result: [
      sample('slo:budget_left:ratio', 'lists', '0.75'),
      sample('slo:budget_left:ratio', 'commands', '-0.5'),
      sample('slo:bad_ratio:1h', 'lists', '0.002'),
      sample('slo:bad_ratio:1h', 'commands', 'NaN'),
    ],
  },
};

describe('the objectives', () => {
  it('are told by name, with what is left of each and what was bad of late', () => {
    expect(objectivesIn(ANSWER)).toEqual({
      is: [
        { name: 'commands', budget_left: -0.5, bad_ratio_1h: null },
        { name: 'lists', budget_left: 0.75, bad_ratio_1h: 0.002 },
      ],
    });
  });

  it('are not known where another answers than a Prometheus that evaluates them', () => {
    for (const body of [null, {}, { status: 'error' }, { status: 'success', data: { result: [{ metric: {} }] } }])
      expect(objectivesIn(body)).toHaveProperty('unknown');
  });

  it('are asked of the Prometheus that is named, and of nobody else', async () => {
    expect(await readObjectives(undefined)).toEqual({ unknown: expect.stringContaining('PROMETHEUS_URL') });
    const asked: string[] = [];
    const server = createServer(({ url = '' }, response) => {
      asked.push(url);
      response.end(JSON.stringify(ANSWER));
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    expect(await readObjectives(`http://127.0.0.1:${port}/prometheus/`)).toHaveProperty('is');
    expect(asked).toHaveLength(1);
    expect(decodeURIComponent(asked[0] ?? '')).toContain('/prometheus/api/v1/query?query={__name__=~"slo:budget_left');
    await new Promise((resolve) => server.close(resolve));
    expect(await readObjectives(`http://127.0.0.1:${port}`)).toEqual({
      unknown: expect.stringMatching(/^Prometheus:/),
    });
  });
});
