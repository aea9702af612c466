import { expect, it } from '@jest/globals';
import { DiscontinuityError } from '@order-ledger/domain/evolve';
import { UnreadableEventError } from '@order-ledger/domain/recorded-event';
import { BrokenChainError, InvalidAppendError } from '@order-ledger/ledger/errors';
import { OrderFaultError } from '@order-ledger/ledger/order-fault';
import { judge } from '@order-ledger/messaging/errors';

it.each([OrderFaultError, BrokenChainError, UnreadableEventError, DiscontinuityError, InvalidAppendError])(
  'repeats no message that fails with %p, which lies in its order',
  (Fault) => {
    expect(judge(new Error('wrapped', { cause: new Fault('x') })).errorClass).toBe('permanent');
  },
);
