import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { PROCESSES } from '@order-ledger/local/processes';
import { ALERTS, runbooksOf } from './support/promtool-file.ts';
import { ROOT } from './support/tools.ts';

const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const FILES = readdirSync(join(ROOT, 'docs/runbooks')).map((name) => `docs/runbooks/${name}`);
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

/** The lines of command blocks, and the commands that the text names. */
const commandsIn = (page: string): string[] => [
  ...[...page.matchAll(/^```sh\n(.*?)^```$/gms)].flatMap(([, block = '']) => block.trim().split('\n')),
  ...[...page.matchAll(/`(npm run [^`]+)`/g)].map(([, command = '']) => command),
];

/** What else a machine with PostgreSQL's client has. */
const PROGRAMS = ['curl', 'grep', 'tail', 'psql', 'df', 'du', 'uptime', 'date'];

/** Options that the program's own help names. */
const helpOf = (script: string): string => read(`infra/${scripts[script]?.split(/[/ ]/).at(-1) ?? ''}`);

describe('the runbooks [L2]', () => {
  it('are one for each alert, and no more', () => {
    expect(FILES.toSorted()).toEqual(runbooksOf().toSorted());
  });

  it('name the alerts that lead to them', () => {
    for (const file of FILES) {
      const [line = ''] = /^Alerts: .*$/m.exec(read(file)) ?? [];
      const named = [...line.matchAll(/`(\w+)`/g)].map(([, name]) => name);
      const leading = ALERTS.filter(({ runbook }) => file === `docs/runbooks/${runbook}.md`).map(({ alert }) => alert);
      expect([file, named.toSorted()]).toEqual([file, [...new Set(leading)].toSorted()]);
    }
  });

  it.each(FILES)('%s says what it means, what to look at and what to do', (file) => {
    const headings = [...read(file).matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
    expect(headings).toEqual(['What it means', 'What to look at', 'What to do']);
    expect(commandsIn(read(file)).length).toBeGreaterThan(0);
  });

  it.each(FILES)('%s names commands, ports and files that there are', (file) => {
    const page = read(file);
    for (const command of commandsIn(page)) {
      const [, script] = /^npm run (?:-s )?(\S+)/.exec(command) ?? [];
      if (script === undefined) {
        expect(PROGRAMS).toContain(command.split(' ')[0]);
      } else {
        expect([command, Object.keys(scripts)]).toEqual([command, expect.arrayContaining([script])]);
        const words = command.split(' -- ')[1]?.split(' ') ?? [];
        const help = helpOf(script);
        // What it is to do, and its options; what stands behind those is the reader's.
        for (const word of words.filter((one, at) => one.startsWith('--') || at === 0))
          expect([command, help.includes(word)]).toEqual([command, true]);
      }
      for (const [, port] of command.matchAll(/127\.0\.0\.1:(\d+)/g))
        expect([command, PROCESSES.map(({ adminPort }) => String(adminPort))]).toEqual([
          command,
          expect.arrayContaining([port]),
        ]);
      for (const [, log = ''] of command.matchAll(/\.data\/logs\/([\w-]+)\.log/g))
        expect([...PROCESSES.map(({ name }) => name), 'eventStore', 'rabbitmq', 'postgres', 'redis']).toContain(log);
    }
    for (const [, link = ''] of page.matchAll(/\]\(([^)#]+\.md)/g))
      expect([link, existsSync(resolve(ROOT, dirname(file), link))]).toEqual([link, true]);
  });
});
