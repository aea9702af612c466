import type { StatusName } from '../api/shapes.ts';
import { oneOf, type RawSearch, said } from '../app/search.ts';
import { STATUS_LOOK, STATUSES_IN_ORDER } from '../system/status-look.ts';
import type { Verdict } from './verdict-look.ts';
import { VERDICTS } from './verdict-look.ts';

/** What the address says: which orders are listed, and which one's evidence is open. */
export interface StuckSearch {
  verdict?: Verdict;
  stage?: StatusName;
  order?: string;
}

/** In which statuses an order can stand still: an ended one does not. */
export const STAGES: readonly StatusName[] = STATUSES_IN_ORDER.filter((status) => STATUS_LOOK[status].group !== null);

/** What an address cannot mean is left out: an old link shows the whole list rather than an error. */
export const readStuckSearch = ({ verdict, stage, order }: RawSearch): StuckSearch =>
  said<StuckSearch>({
    verdict: oneOf(VERDICTS, verdict),
    stage: oneOf(STAGES, stage),
    order: typeof order === 'string' && order !== '' ? order : undefined,
  });
