import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { VERDICTS as KNOWN } from '@order-ledger/diagnosis/verdict';
import { nextStep } from '../src/stuck/next-step.ts';
import { readStuckSearch } from '../src/stuck/stuck-search.ts';
import { VERDICT_LOOK, VERDICTS } from '../src/stuck/verdict-look.ts';
import { cause } from '../src/texts/en/stuck.ts';

const who = (command: string, ...by: string[]) => ({ command, to: null, by });

describe('an order that stands still', () => {
  it('is led on by what leads its status on, of all that somebody may do with it', () => {
    expect(
      nextStep({
        status: 'FILE_UPLOADED',
        cause: 'person-acts',
        who_may: [who('AddNote', 'crm.agent'), who('SubmitOrder', 'store.service', 'partner')],
      }),
    ).toEqual({ command: 'SubmitOrder', by: ['store.service', 'partner'] });
  });

  it('is led on by what its cause asks for, where that is something else', () => {
    const who_may = [who('StartManufacturing', 'mes.operator'), who('ClaimOrder', 'mes.operator', 'mes.lead')];
    const order = { status: 'MANUFACTURING_APPROVED' as const, who_may };
    expect(nextStep({ ...order, cause: 'nobody-claims' })?.command).toBe('ClaimOrder');
    expect(nextStep({ ...order, cause: 'person-acts' })?.command).toBe('StartManufacturing');
  });

  it('is not led on by what its cause would have refused', () => {
    const who_may = [who('ApproveManufacturing', 'crm.agent'), who('AcceptQuote', 'partner')];
    const order = { status: 'PRICE_CALCULATED' as const, who_may };
    expect(nextStep({ ...order, cause: 'quote-unanswered' })?.command).toBe('AcceptQuote');
    expect(nextStep({ ...order, cause: 'quote-expired' })).toBeNull();
  });

  it('has no next step where nobody may do anything that leads on: it goes on by itself, or something is broken', () => {
    expect(nextStep({ status: 'SUBMITTED', cause: 'message-lost', who_may: [who('AddNote', 'crm.agent')] })).toBeNull();
    expect(nextStep({ status: null, cause: 'nothing-fits', who_may: [] })).toBeNull();
  });
});

describe('the list of what is stuck', () => {
  it('is narrowed by its address, which leaves out what it cannot mean', () => {
    expect(readStuckSearch({ verdict: 'on-hold', stage: 'SUBMITTED', order: 'x', more: 1 })).toEqual({
      verdict: 'on-hold',
      stage: 'SUBMITTED',
      order: 'x',
    });
    expect(readStuckSearch({ verdict: 'bad mood', stage: 'CLOSED', order: 7 })).toEqual({});
  });

  it('knows every verdict that there is', () => {
    expect([...VERDICTS].sort()).toEqual([...KNOWN].sort());
    expect(Object.values(VERDICT_LOOK).some(({ fault }) => fault)).toBe(true);
  });

  it('has a word for every cause that the manual explains, and for no other', () => {
    const manual = readFileSync(new URL('../../../docs/operations.md', import.meta.url), 'utf8');
    const [, table = ''] = manual.split('\n| Verdict | Cause | What was found |\n|---|---|---|\n');
    const rows = (table.split('\n\n')[0] ?? '').split('\n').map((row) => row.split('|').map((cell) => cell.trim()));
    const causes = rows.flatMap(([, verdicts = '', causesOf = '']) =>
      [...(causesOf === 'the same' ? verdicts : causesOf).matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
    );
    expect(causes.length).toBeGreaterThan(40);
    expect(Object.keys(cause).sort()).toEqual([...new Set(causes)].sort());
  });
});
