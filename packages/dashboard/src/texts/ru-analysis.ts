import * as analysis from './ru/analysis.ts';
import * as flow from './ru/flow.ts';
import * as timeMachine from './ru/time-machine.ts';
import type { AnalysisTexts } from './texts.ts';

const ru: AnalysisTexts = { ...analysis, ...flow, ...timeMachine };
export default ru;
