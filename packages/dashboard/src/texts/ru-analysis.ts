import * as analysis from './ru/analysis.ts';
import type { AnalysisTexts } from './texts.ts';

const ru: AnalysisTexts = { ...analysis };
export default ru;
