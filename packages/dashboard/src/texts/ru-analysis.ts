import * as analysis from './ru/analysis.ts';
import * as flow from './ru/flow.ts';
import * as operations from './ru/operations.ts';
import * as timeMachine from './ru/time-machine.ts';
import type { AnalysisTexts } from './texts.ts';

const ru: AnalysisTexts = { ...analysis, ...flow, ...operations, ...timeMachine };
export default ru;
