import type { Actor } from '@order-ledger/domain/grants';
import { ACTORS } from '@order-ledger/testing/orders/actors';
import { journeyTo, walk } from '@order-ledger/testing/orders/journeys';
import { act, type Order } from '@order-ledger/testing/orders/specification';
import { caseList } from './case-list.ts';
import { EUR } from './circumstances.ts';

const { cases, check } = caseList();
// 10 are ordered, 1 more is the surplus that is let be
const making = journeyTo('MANUFACTURING_STARTED');
const failed = journeyTo('MANUFACTURING_FAILED');
const rework = journeyTo('REWORK_REQUIRED');
const leading: Actor = { ...ACTORS.operator, roles: ['mes.operator', 'mes.lead'] };
const versionOf = (order: Order, type: string): number =>
  order.events.findLast((event) => event.type === type)?.metadata.event_version ?? 0;

check(making, 'CompleteManufacturing', { body: { good_quantity: 9 } }, 'not-enough-made', 'with one piece missing');
check(
  act(making, 'AcceptShortage'),
  'CompleteManufacturing',
  { body: { good_quantity: 9 } },
  'ManufacturingCompleted',
  'with one piece missing that was accepted',
);
const second = walk(failed, 'StartManufacturing');
check(
  second,
  'CompleteManufacturing',
  { body: { good_quantity: 6 } },
  'ManufacturingCompleted',
  'with the good pieces of both attempts',
);
check(
  walk(rework, 'StartManufacturing'),
  'CompleteManufacturing',
  { body: { good_quantity: 7 } },
  'not-enough-made',
  'when pieces were rejected',
);
check(
  walk(rework, 'StartManufacturing'),
  'CompleteManufacturing',
  { body: { good_quantity: 8 } },
  'ManufacturingCompleted',
  'when the rejected pieces were made again',
);
check(making, 'AcceptShortage', { body: { quantity: 9 } }, 'ShortageAccepted', 'of all but one piece');
check(making, 'AcceptShortage', { body: { quantity: 10 } }, 'quantity', 'of everything');
check(making, 'AcceptShortage', { body: { credit: EUR } }, 'currency', 'in another currency');
check(failed, 'AcceptShortage', { body: { quantity: 6 } }, 'ShortageAccepted', 'of all that is still to make');
check(failed, 'AcceptShortage', { body: { quantity: 7 } }, 'quantity', 'of pieces that were made');

// Reports are bounded
check(
  making,
  'CompleteManufacturing',
  { body: { good_quantity: 11 } },
  'ManufacturingCompleted',
  'with the surplus that is let be',
);
check(making, 'CompleteManufacturing', { body: { good_quantity: 12 } }, 'quantity', 'with more than that');
check(making, 'CompleteManufacturing', { body: { good_quantity: 100 } }, 'quantity', 'with a figure too many');
check(
  making,
  'CompleteManufacturing',
  { as: leading, body: { good_quantity: 12 } },
  'ManufacturingCompleted',
  'with more than the surplus by a lead',
);
check(
  making,
  'CompleteManufacturing',
  { body: { good_quantity: 10 }, context: { surplus_percent: 0 } },
  'ManufacturingCompleted',
  'with what is ordered where no surplus is let be',
);
check(
  making,
  'CompleteManufacturing',
  { body: { good_quantity: 11 }, context: { surplus_percent: 0 } },
  'quantity',
  'with one more where no surplus is let be',
);
check(
  second,
  'CompleteManufacturing',
  { body: { good_quantity: 10 } },
  'quantity',
  'with the pieces of the first attempt told again',
);
check(
  making,
  'CompleteManufacturing',
  { body: { scrap_quantity: 11 } },
  'ManufacturingCompleted',
  'with as much scrap',
);
check(
  making,
  'CompleteManufacturing',
  { body: { scrap_quantity: 12 } },
  'quantity',
  'with more scrap than was ordered',
);
check(making, 'FailManufacturing', { body: { good_quantity: 40 } }, 'quantity', 'with a figure too many');
check(making, 'FailManufacturing', { body: { scrap_quantity: 100 } }, 'quantity', 'with a figure of scrap too many');
check(
  making,
  'FailManufacturing',
  { as: 'lead', body: { good_quantity: 40, scrap_quantity: 100 } },
  'ManufacturingFailed',
  'with any figures by a lead',
);
const tooMany = act(making, 'FailManufacturing', { as: 'lead', body: { good_quantity: 40 } });
const anew = walk(tooMany, 'StartManufacturing');
check(
  anew,
  'CompleteManufacturing',
  { body: { good_quantity: 0 } },
  'ManufacturingCompleted',
  'with none more to make',
);
check(anew, 'CompleteManufacturing', { body: { good_quantity: 1 } }, 'quantity', 'with one more where none is to make');

// Corrections
const reported = versionOf(tooMany, 'ManufacturingFailed');
const right = (good_quantity: number, version = reported) => ({
  body: { corrects_event_version: version, good_quantity },
});
check(anew, 'RecordCorrection', right(4), 'CorrectionRecorded', 'of a figure');
check(anew, 'RecordCorrection', right(11), 'CorrectionRecorded', 'of a figure down to more than the surplus');
check(anew, 'RecordCorrection', right(41), 'quantity', 'of a figure up by who is no lead');
check(anew, 'RecordCorrection', { as: 'lead', ...right(41) }, 'CorrectionRecorded', 'of a figure up by a lead');
const setRight = act(anew, 'RecordCorrection', right(4));
check(
  setRight,
  'CompleteManufacturing',
  { body: { good_quantity: 0 } },
  'not-enough-made',
  'after a figure was set right',
);
check(
  setRight,
  'CompleteManufacturing',
  { body: { good_quantity: 6 } },
  'ManufacturingCompleted',
  'after it with the rest',
);
check(setRight, 'RecordCorrection', right(11), 'CorrectionRecorded', 'a second time');
check(setRight, 'RecordCorrection', right(12), 'quantity', 'a second time, up to what only a lead may say');
check(
  setRight,
  'RecordCorrection',
  right(5, versionOf(setRight, 'CorrectionRecorded')),
  'CorrectionRecorded',
  'of a correction',
);
check(
  anew,
  'RecordCorrection',
  { body: { corrects_event_version: reported, rejected_quantity: 1 } },
  'no-such-figure',
  'of a figure that the report has not',
);
check(anew, 'RecordCorrection', right(4, 1), 'no-such-figure', 'of a figure of an event that has none');
const remarked = act(anew, 'RecordCorrection', { body: { corrects_event_version: 1 } });
check(
  remarked,
  'RecordCorrection',
  right(4, versionOf(remarked, 'CorrectionRecorded')),
  'no-such-figure',
  'of a figure of a correction that has none',
);
const rejected = { corrects_event_version: versionOf(rework, 'ReworkRequired') };
check(
  rework,
  'RecordCorrection',
  { body: { ...rejected, rejected_quantity: 4 } },
  'CorrectionRecorded',
  'of rejected pieces up to all that were made',
);
check(
  rework,
  'RecordCorrection',
  { body: { ...rejected, rejected_quantity: 5 } },
  'quantity',
  'to more than were made',
);
check(
  rework,
  'RecordCorrection',
  { body: { ...rejected, good_quantity: 5 } },
  'no-such-figure',
  'of good pieces in a report of rejected ones',
);
check(
  rework,
  'RecordCorrection',
  right(1, versionOf(rework, 'ManufacturingFailed')),
  'quantity',
  'to fewer good pieces than were rejected',
);
const packing = journeyTo('PACKAGING_STARTED');
const short = act(packing, 'RecordCorrection', right(9, versionOf(packing, 'ManufacturingCompleted')));
check(short, 'CompletePackaging', {}, 'not-enough-made', 'of fewer pieces than are owed');
check(short, 'RequireRework', { body: { rejected_quantity: 0 } }, 'ReworkRequired', 'for pieces that were never made');

export const PIECES_CASES = cases;
